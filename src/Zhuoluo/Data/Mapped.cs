using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhuoluo.Data;

/// <summary>How nearly every table is mapped.</summary>
internal static class Mapped
{
    /// <summary>A table whose rows bring their own <c>Id</c>.</summary>
    public static EntityTypeBuilder<T> ById<T>(this ModelBuilder model, string table)
        where T : class
    {
        var entity = model.Entity<T>();
        entity.ToTable(table).HasKey("Id");
        entity.Property<long>("Id").ValueGeneratedNever();
        return entity;
    }
}
