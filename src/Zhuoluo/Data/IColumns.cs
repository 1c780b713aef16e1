namespace Zhuoluo.Data;

/// <summary>The columns of the row that is being read, from 0.</summary>
internal interface IColumns
{
    long Long(int column);

    byte[] Bytes(int column);

    string Text(int column);
}
