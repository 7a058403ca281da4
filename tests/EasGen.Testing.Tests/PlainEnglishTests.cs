namespace EasGen.Testing.Tests;

public class PlainEnglishTests
{
    private static readonly string[] Keys = ["metadata", "storage"];

    [Theory]
    [InlineData("A gateway that says nothing")]
    [InlineData("'x' is no id; write another one")]
    [InlineData("They are no files")]
    [InlineData("The id has not the form eas-r-…")]
    [InlineData("The service waits for ever")]
    [InlineData("Add another behind a comma")]
    [InlineData("The sign at the end")]
    [InlineData("Nobody can create it")]
    [InlineData("Give each a path of its own")]
    [InlineData("Shorter than EAS's own 30 s")]
    [InlineData("The name has 1 characters")]
    [InlineData("The metrics stand in two lists")]
    [InlineData("'/metadata/name' is given twice")]
    [InlineData("See /storage/0/oss for more")]
    public void Finds_what_no_text_should_say(string text) => Assert.Single(PlainEnglish.Faults(text, Keys));

    [Theory]
    [InlineData("There is no gateway 'shared'; it is no longer there")]
    [InlineData("'a sign behind nobody' is a value, and \"is no id\" another one")]
    [InlineData("The name has 1 character, 2 characters or 11 characters")]
    [InlineData("With 1 is enough, and 1 s or 1 ms is short")]
    [InlineData("'~1' stands for a slash; give each its own path")]
    [InlineData("'metadata.name' has moved to 'storage[0].name'")]
    [InlineData("The mount path '/models' and '/metadata.d' are paths")]
    [InlineData("Write one such as \"/metadata/key\"")]
    public void Lets_the_others_pass(string text) => Assert.Empty(PlainEnglish.Faults(text, Keys));

    [Fact]
    public void Knows_the_texts_of_an_assembly() =>
        Assert.Contains("A text that only this assembly has", PlainEnglish.Texts(typeof(PlainEnglishTests).Assembly));
}
