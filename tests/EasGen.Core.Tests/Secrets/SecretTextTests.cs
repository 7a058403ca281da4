using EasGen.Core.Secrets;

namespace EasGen.Core.Tests.Secrets;

/// <summary>What a person would call a secret is found in a text, and nothing else is.</summary>
public class SecretTextTests
{
    [Theory]
    [InlineData("hf_abcdefghijklmnopqrstuvwxyz", "hf_abcdefghijklmnopqrstuvwxyz")]
    [InlineData("x ghp_abcdefghij0123456789 y", "ghp_abcdefghij0123456789")]
    [InlineData("ASIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE")]
    [InlineData("SG.abcdefghijklmnopqrst.uvwxyz0123456789", "SG.abcdefghijklmnopqrst.uvwxyz0123456789")]
    [InlineData("https://hooks.slack.com/services/T000/B000/abcdefghij", "T000/B000/abcdefghij")]
    [InlineData("curl -H 'X: Basic dXNlcjpNQVJLcGFzcw==' h", "dXNlcjpNQVJLcGFzcw==")]
    [InlineData("ghs_abcdefghij0123456789", "ghs_abcdefghij0123456789")]
    [InlineData("auths dXNlcjpodXNoNDI= there", "dXNlcjpodXNoNDI=")]
    [InlineData("dXNlcjpodXNoNDI=", "dXNlcjpodXNoNDI=")]
    [InlineData("mysql -u root -phush42 -h h", "hush42")]
    [InlineData("mysqldump -u root -p'hush42' db", "hush42")]
    [InlineData("docker login -u me -p hush42 h", "hush42")]
    [InlineData("sshpass -p hush42 ssh h", "hush42")]
    [InlineData("redis-cli -h h -a hush42 ping", "hush42")]
    [InlineData("ossutil64 cp oss://b/x . -k hush42", "hush42")]
    [InlineData("echo -n hush42 | docker login --password-stdin h", "hush42")]
    [InlineData("redis-server --requirepass hush42", "hush42")]
    [InlineData("DB_PASS=hush42 serve", "hush42")]
    [InlineData("export OSS_SK=hush42; serve", "hush42")]
    [InlineData("serve --ssh-key hush42", "hush42")]
    public void A_secret_is_found(string text, string secret)
    {
        var part = Assert.Single(SecretText.Find(text));

        Assert.Equal(secret, text.Substring(part.Start, part.Length));
    }

    [Theory]
    [InlineData("serve -p 8000 -a x -k y")]
    [InlineData("mysql -u root -p -h h --port 3306")]
    [InlineData("mysql -u root -p$MYSQL_PASSWORD")]
    [InlineData("docker run -p 8000:8000 acme/iris")]
    [InlineData("docker login -p ${REGISTRY_PASSWORD}")]
    [InlineData("echo $PASSWORD | docker login --password-stdin")]
    [InlineData("cat /run/secrets/token | docker login --password-stdin")]
    [InlineData("Basic installation of the tokenizer")]
    [InlineData("make compass bypass PASS=3 TASK=disk MASK=1 DESK=2")]
    [InlineData("serve --task chat --disk 20 --mask x --first-pass 3")]
    [InlineData("ya29. SG. r8_ gsk_ ASIA")]
    [InlineData("https://hooks.slack.com/services/${SLACK_WEBHOOK}")]
    public void What_is_none_is_not(string text) => Assert.Empty(SecretText.Find(text));

    [Theory]
    [InlineData("mysql ")]
    [InlineData("docker login ")]
    [InlineData("echo a | ")]
    [InlineData("Basic a/")]
    [InlineData("x dXNlcjpodXNoNDI=_y")]
    [InlineData("x-dXNlcjpodXNoNDI=")]
    [InlineData("dXNlcjpodXNoNDI==")]
    [InlineData("cn-shanghai ghx_abcdefghij0123456789")]
    [InlineData("password ")]
    [InlineData("-a ")]
    [InlineData("://a:")]
    [InlineData("?a=")]
    [InlineData("a=")]
    [InlineData("a:'")]
    [InlineData("password=ab12 ")]
    [InlineData("\"name\":\"a\",\"value\":")]
    [InlineData("eyJaaaaaaaa.")]
    public void A_long_text_takes_no_square_of_the_time(string again) =>
        LongText.IsSearchedInTime(again, "mysql docker --password-stdin basic bearer curl @");
}
