namespace EasGen.Compiler.Tests.Rules;

/// <summary>How many calls a predict method may say that it takes.</summary>
public class PredictLimitRules
{
    [Theory]
    [InlineData("MaxConcurrency = {|EAS1035:0|}")]
    [InlineData("MaxConcurrency = {|EAS1035:-1|}")]
    [InlineData("MaxConcurrency = 1")]
    [InlineData("MaxConcurrency = 1024")]
    [InlineData("MaxConcurrency = {|EAS1035:1025|}")]
    [InlineData("MaxConcurrency = {|EAS1035:int.MaxValue|}")]
    [InlineData("MaxQueue = {|EAS1035:-1|}")]
    [InlineData("MaxQueue = 0")]
    [InlineData("MaxQueue = 65536")]
    [InlineData("MaxQueue = {|EAS1035:65537|}")]
    [InlineData("\"/a\", MaxConcurrency = {|EAS1035:2 * -3|}, MaxQueue = {|EAS1035:int.MinValue|}")]
    public Task Limits_are_in_range(string arguments) =>
        Eas.VerifyAsync(Eas.Class("", $"[Predict({arguments})] public Answer A(Request request) => new(\"\");"), Eas.Serving);

    [Theory]
    [InlineData("MaxQueue = {|EAS1036:1|}", "Task<Answer>")]
    [InlineData("MaxQueue = {|EAS1036:0|}", "ValueTask<Answer>")]
    [InlineData("MaxQueue = {|EAS1036:64|}", "System.Collections.Generic.IAsyncEnumerable<Answer>")]
    [InlineData("MaxQueue = 1, MaxConcurrency = 1", "Task<Answer>")]
    [InlineData("MaxConcurrency = 1", "Task<Answer>")]
    [InlineData("MaxQueue = 1", "Answer")]
    public Task A_queue_needs_a_limit(string arguments, string answer) =>
        Eas.VerifyAsync(
            Eas.Class("", $"[Predict({arguments})] public {answer} A(Request request) => throw new NotSupportedException();"),
            Eas.Serving);
}
