using System.Text;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Files.Reading;
using Zhuoluo.Tests.Rooms.Matters;

namespace Zhuoluo.Tests.Rooms.Files;

/// <summary>A file is what its bytes say, and what tells of people does not come through.</summary>
public sealed class FileReaderTests
{
    [Fact]
    public void A_jpeg_loses_place_comment_and_what_follows_its_end_and_keeps_which_way_is_up()
    {
        var photo = Pictures.Jpeg(16, 8,
            [.. Pictures.Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), .. Pictures.Exif(6), .. Pictures.Segment(0xE2, "ICC_PROFILE secret"u8.ToArray()), .. Pictures.Segment(0xFE, "taken by Wang Xiaoming"u8.ToArray())],
            "PK zip archive behind the picture"u8.ToArray());

        var read = FileReader.Read(photo).Made();

        Assert.Equal((FileKind.Jpeg, 8, 16), (read.Kind, read.Width, read.Height));
        var left = Encoding.Latin1.GetString(read.Bytes);
        Assert.All(["GPS", "Huawei", "Wang", "ICC", "PK zip"], secret => Assert.DoesNotContain(secret, left, StringComparison.Ordinal));
        Assert.Equal(6, ExifOrientation.Read(read.Bytes.AsSpan(read.Bytes.AsSpan().IndexOf("Exif\0\0"u8) + 6)));
        Assert.Equal(read.Bytes, FileReader.Read(read.Bytes).Made().Bytes);
    }

    [Fact]
    public void A_jpeg_s_tables_and_scans_come_through_byte_for_byte()
    {
        var plain = Pictures.Jpeg();
        Assert.Equal(plain, FileReader.Read(plain).Made().Bytes);
    }

    [Fact]
    public void A_png_keeps_the_chunks_that_make_the_picture()
    {
        var photo = Pictures.Png(1, 1, ("gAMA", [0, 0, 0xB1, 0x8F]), ("tEXt", "Author\0Wang Xiaoming"u8.ToArray()), ("eXIf", "GPS"u8.ToArray()), ("tIME", new byte[7]));
        Assert.Equal(Pictures.Png(1, 1, ("gAMA", [0, 0, 0xB1, 0x8F])), FileReader.Read(photo).Made().Bytes);
    }

    [Fact]
    public void A_webp_loses_its_exif_and_no_longer_promises_it()
    {
        var read = FileReader.Read(Pictures.WebP()).Made();
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(read.Bytes), StringComparison.Ordinal);
        Assert.Equal((0, read.Bytes.Length - 8, 1, 1), (read.Bytes[20], BitConverter.ToInt32(read.Bytes, 4), read.Width, read.Height));
    }

    [Fact]
    public void A_pdf_s_open_information_is_blanked_in_place()
    {
        var document = Pictures.Pdf();
        var read = FileReader.Read(document).Made();
        Assert.Equal((FileKind.Pdf, document.Length), (read.Kind, read.Bytes.Length));
        Assert.DoesNotContain("Wang", Encoding.Latin1.GetString(read.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("Printer", Encoding.Latin1.GetString(read.Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/OpenAction<</S/JavaScript/JS(app.alert(1))>>")]
    [InlineData("/OpenAction<</S/J#61vaScript>>")]
    [InlineData("/Encrypt 9 0 R")]
    [InlineData("/Names<</EmbeddedFiles 5 0 R>>")]
    [InlineData("/AA<</O<</S/Launch>>>>")]
    public void A_pdf_with_a_password_a_program_or_a_file_inside_is_refused(string more) =>
        Assert.Equal("pdf-not-plain", FileReader.Read(Pictures.Pdf(more)).Refused().Code);

    [Theory]
    [InlineData(60000, 60000)]
    [InlineData(16000, 16000)]
    [InlineData(20000, 10)]
    public void A_picture_that_would_unpack_to_too_much_is_refused_by_its_header(int width, int height)
    {
        Assert.Equal("picture-too-large", FileReader.Read(Pictures.Jpeg((ushort)width, (ushort)height)).Refused().Code);
        Assert.Equal("picture-too-large", FileReader.Read(Pictures.Png(width, height)).Refused().Code);
    }

    [Fact]
    public void Others_are_told_what_to_do()
    {
        Assert.Equal("heic-not-taken", FileReader.Read(Pictures.Heic()).Refused().Code);
        Assert.Equal("file-kind-not-taken", FileReader.Read("<svg onload=alert(1)>"u8.ToArray()).Refused().Code);
        Assert.Equal("file-kind-not-taken", FileReader.Read("GIF89a........"u8.ToArray()).Refused().Code);
        Assert.Equal("picture-moves", FileReader.Read(Pictures.WebP(0x02)).Refused().Code);
        Assert.Equal("file-damaged", FileReader.Read([]).Refused().Code);
        Assert.Equal("file-too-heavy", FileReader.Read(new byte[FileLimits.MostBytes + 1]).Refused().Code);
    }

    /// <summary>Cut at every byte and with every byte changed: refused or read, never a fault and never more than there was.</summary>
    [Fact]
    public void No_broken_file_is_a_fault()
    {
        byte[][] whole = [Pictures.Jpeg(before: Pictures.Exif(3)), Pictures.Png(1, 1, ("tEXt", [1])), Pictures.WebP(), Pictures.Pdf()];
        foreach (var file in whole)
        {
            for (var i = 0; i < file.Length; i++)
            {
                var cut = FileReader.Read(file[..i]);
                Assert.True(cut.Match(r => r.Bytes.Length <= i + 64, _ => true));
                var changed = (byte[])file.Clone();
                changed[i] ^= 0xFF;
                Assert.True(FileReader.Read(changed).Match(r => r.Bytes.Length <= file.Length + 64, _ => true));
            }
        }
    }
}
