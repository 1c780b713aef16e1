using System.Reflection;
using System.Reflection.Emit;

namespace Zhuoluo.Tests.Fences;

/// <summary>
/// What a type uses, read from its compiled form: base types, interfaces, fields, signatures, attributes, and every member that the
/// bodies of its methods touch, lambdas and async bodies included (these are nested types of their own).
/// </summary>
internal static class CodeReader
{
    private static readonly Dictionary<short, OpCode> _codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> TypesUsedBy(Type type)
    {
        var used = new HashSet<Type>();
        Add(used, type.BaseType);
        foreach (var i in type.GetInterfaces())
        {
            Add(used, i);
        }
        foreach (var field in type.GetFields(Everything))
        {
            Add(used, field.FieldType);
        }
        foreach (var attribute in type.GetCustomAttributesData())
        {
            Add(used, attribute.AttributeType);
        }
        foreach (var method in Methods(type))
        {
            foreach (var parameter in method.GetParameters())
            {
                Add(used, parameter.ParameterType);
            }
            Add(used, (method as MethodInfo)?.ReturnType);
        }
        foreach (var member in MembersTouchedBy(type))
        {
            Add(used, member as Type ?? member.DeclaringType);
            if (member is MethodInfo { IsGenericMethod: true } generic)
            {
                foreach (var argument in generic.GetGenericArguments())
                {
                    Add(used, argument);
                }
            }
        }
        return used;
    }

    public static IEnumerable<MemberInfo> MembersTouchedBy(Type type) => Methods(type).SelectMany(Touched);

    private static IEnumerable<MethodBase> Methods(Type type) =>
        type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything));

    private static List<MemberInfo> Touched(MethodBase method)
    {
        var found = new List<MemberInfo>();
        var il = method.GetMethodBody()?.GetILAsByteArray();
        if (il is null)
        {
            return found;
        }
        var typeArguments = method.DeclaringType is { IsGenericType: true } t ? t.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            var first = il[at++];
            var code = first == 0xFE ? _codes[(short)(0xFE00 | il[at++])] : _codes[first];
            switch (code.OperandType)
            {
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok:
                    if (method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments) is { } member)
                    {
                        found.Add(member);
                    }
                    at += 4;
                    break;
                case OperandType.InlineSwitch:
                    at += 4 + (4 * BitConverter.ToInt32(il, at));
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    at += 1;
                    break;
                case OperandType.InlineVar:
                    at += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    at += 8;
                    break;
                default:
                    at += 4;
                    break;
            }
        }
        return found;
    }

    private static void Add(HashSet<Type> used, Type? type)
    {
        while (type is { HasElementType: true })
        {
            type = type.GetElementType();
        }
        if (type is null || type.IsGenericParameter || !used.Add(type))
        {
            return;
        }
        if (type.IsGenericType)
        {
            foreach (var argument in type.GetGenericArguments())
            {
                Add(used, argument);
            }
            used.Add(type.GetGenericTypeDefinition());
        }
        Add(used, type.DeclaringType);
    }
}
