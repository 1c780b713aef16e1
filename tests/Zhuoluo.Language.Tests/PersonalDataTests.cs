namespace Zhuoluo.Language.Tests;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("请打13800001111联系", PersonalKind.MobilePhone, "13800001111")]
    [InlineData("电话 138 0000 1111。", PersonalKind.MobilePhone, "138 0000 1111")]
    [InlineData("手机１３８００００１１１１", PersonalKind.MobilePhone, "１３８００００１１１１")]
    [InlineData("座机0796-8441234", PersonalKind.Landline, "0796-8441234")]
    [InlineData("电话：8441234", PersonalKind.Landline, "8441234")]
    [InlineData("身份证11010519491231002X号", PersonalKind.IdentityNumber, "11010519491231002X")]
    [InlineData("车牌赣D12345乱停", PersonalKind.NumberPlate, "赣D12345")]
    [InlineData("赣D·D12345", PersonalKind.NumberPlate, "赣D·D12345")]
    [InlineData("卡号6222 0202 0011 2223 330", PersonalKind.BankCard, null)]
    [InlineData("家住1组116号", PersonalKind.Address, "1组116号")]
    [InlineData("阳光小区3栋2单元501室漏水", PersonalKind.Address, "3栋2单元501室")]
    [InlineData("井冈山大道12号门口", PersonalKind.Address, "大道12号")]
    public void Finds_personal_data(string text, PersonalKind kind, string? found)
    {
        var spans = PersonalData.Scan(text);
        if (found is null)
        {
            Assert.DoesNotContain(spans, span => span.Kind == PersonalKind.IdentityNumber);
            return;
        }
        var span = Assert.Single(spans);
        Assert.Equal((kind, found), (span.Kind, text.Substring(span.Start, span.Length)));
    }

    [Theory]
    [InlineData("共13524件，已办结13489件，办结率99.74%")]
    [InlineData("2021年3月5号，到3楼办事，等了3个小时")]
    [InlineData("自费1.1万元，9亩不出苗，损失2150元")]
    [InlineData("工单20211203150000123")]
    [InlineData("拨打12345反映第三小组路灯")]
    public void Leaves_plain_figures_alone(string text) => Assert.Empty(PersonalData.Scan(text));

    [Theory]
    [InlineData("110105194912310021")]
    [InlineData("11010519491331002X")]
    public void An_identity_number_needs_its_check_character_and_a_birthday(string number) =>
        Assert.False(PersonalData.IsIdentityNumber(number));
}
