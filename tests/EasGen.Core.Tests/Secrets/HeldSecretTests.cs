using System.Text;
using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Core.Secrets;

namespace EasGen.Core.Tests.Secrets;

/// <summary>
/// Objects and lists under a name that promises a secret: each text in them is one, but for what people keep beside secrets.
/// </summary>
public class HeldSecretTests
{
    [Theory]
    [InlineData("""{"credentials": {"user": "u", "pass": "hush"}}""", "/credentials/pass", "CREDENTIALS_PASS")]
    [InlineData("""{"credentials": {"alice": "hush"}}""", "/credentials/alice", "CREDENTIALS_ALICE")]
    [InlineData("""{"credentials": {"": "hush"}}""", "/credentials/", "CREDENTIALS")]
    [InlineData("""{"credentials": {"用户": "hush"}}""", "/credentials/用户", "CREDENTIALS")]
    [InlineData("""{"credentials": ["hush"]}""", "/credentials/0", "CREDENTIALS")]
    [InlineData("""{"credentials": [[["hush"]]]}""", "/credentials/0/0/0", "CREDENTIALS")]
    [InlineData("""{"a": [{"b": {"secrets": {"c": [{"d": "hush"}]}}}]}""", "/a/0/b/secrets/c/0/d", "SECRETS_D")]
    [InlineData("""{"auth": {"value": "hush"}}""", "/auth/value", "AUTH_VALUE")]
    [InlineData("""{"auth": {"key": "hush"}}""", "/auth/key", "AUTH_KEY")]
    [InlineData("""{"auth": {"x": "Hush1234"}}""", "/auth/x", "AUTH_X")]
    [InlineData("""{"auth": {"secret": {"x": "hush"}}}""", "/auth/secret/x", "SECRET_X")]
    [InlineData("""{"auth": ["me", "hush"]}""", "/auth/1", "AUTH")]
    [InlineData("""{"auth": "me:hush"}""", "/auth", "AUTH")]
    [InlineData("""{"auths": {"r.example.com": {"auth": "bWU6aHVzaA=="}}}""", "/auths/r.example.com/auth", "AUTHS_AUTH")]
    [InlineData("""{"secret": {"data": "hush"}}""", "/secret/data", "SECRET_DATA")]
    [InlineData("""{"docker_auth": {"r.io": {"username": "u", "blob": "hush"}}}""", "/docker_auth/r.io/blob", "DOCKER_AUTH_BLOB")]
    [InlineData("""{"dockerAuth": {"user": "u", "x": "hush"}}""", "/dockerAuth/x", "DOCKERAUTH_X")]
    [InlineData("""{"pass": "hush"}""", "/pass", "PASS")]
    [InlineData("""{"cookies": {"session": "hush"}}""", "/cookies/session", "COOKIES_SESSION")]
    [InlineData("""{"凭证": {"值": "hush"}}""", "/凭证/值", "SECRET")]
    [InlineData("""{"数据库密码": "hush"}""", "/数据库密码", "SECRET")]
    [InlineData("""{"password2": "hush"}""", "/password2", "PASSWORD2")]
    [InlineData("""{"token_value": "hush"}""", "/token_value", "TOKEN_VALUE")]
    [InlineData("""{"userPwd": "hush"}""", "/userPwd", "USERPWD")]
    [InlineData("""{"api_key": "$ecr3t(99)"}""", "/api_key", "API_KEY")]
    [InlineData("""{"api_key": "=hush"}""", "/api_key", "API_KEY")]
    [InlineData("""{"a": [["password", "hush"]]}""", "/a/0/1", "A_PASSWORD")]
    [InlineData("""{"a": [{"key": "password", "value": {"b": ["hush"]}}]}""", "/a/0/value/b/0", "PASSWORD_B")]
    [InlineData("""{"a": [{"Name": "api_key", "Value": "hush"}]}""", "/a/0/Value", "api_key")]
    [InlineData("""{"a": ["redis-cli", "-a", "hush"]}""", "/a/2", "PASSWORD")]
    [InlineData("""{"a": ["curl", "-u", "me:hush", "h"]}""", "/a/2", "PASSWORD")]
    [InlineData("""{"a": ["https://me:hush@h/x"]}""", "/a/0", "PASSWORD")]
    [InlineData("""{"a": ["bWU6aHVzaA=="]}""", "/a/0", "CREDENTIALS")]
    [InlineData("""{"api_keys": {"sk-0123456789abcdef": "alice"}}""", "/api_keys/sk-0123456789abcdef", "API_KEY")]
    [InlineData("""{"labels": {"sk-0123456789abcdef": "alice"}}""", "/labels/sk-0123456789abcdef", "API_KEY")]
    [InlineData("""{"sk-0123456789abcdef": 1}""", "/sk-0123456789abcdef", "API_KEY")]
    [InlineData("""{"a": {"k": "password", "v": "hush"}}""", "/a/v", "password")]
    [InlineData("""{"api key": "hush"}""", "/api key", "API_KEY")]
    [InlineData("""{"aesKey": "hush"}""", "/aesKey", "AESKEY")]
    [InlineData("""{"client-key-data": "hush"}""", "/client-key-data", "CLIENT_KEY_DATA")]
    [InlineData("""{"password_hash": "hush"}""", "/password_hash", "PASSWORD_HASH")]
    [InlineData("""{"api_tokens": {"a": "hush"}}""", "/api_tokens/a", "API_TOKENS_A")]
    [InlineData("""{"tokens": ["Hush12345"]}""", "/tokens/0", "TOKENS")]
    [InlineData("""{"contraseña": "hush"}""", "/contraseña", "CONTRASE_A")]
    [InlineData("""{"パスワード": "hush"}""", "/パスワード", "SECRET")]
    [InlineData("""{"a": "{\"credentials\": {\"user\": \"u\", \"x\": \"hush\"}}"}""", "/a", "CREDENTIALS_X")]
    [InlineData("""{"a": "{\"b\": \"{\\\"auth\\\": {\\\"value\\\": \\\"hush\\\"}}\"}"}""", "/a", "AUTH_VALUE")]
    public void A_text_in_them_is_found(string json, string place, string name)
    {
        var read = ServiceReader.Read(json);

        var secret = Assert.Single(read.Concealment.Secrets);
        Assert.Equal((place, name), (secret.Pointer, secret.Name));
        Assert.Contains(
            read.AllFindings(),
            finding => FileFindings.SecretRules.Contains(finding.Rule) && finding.Pointer == place);
    }

    [Theory]
    [InlineData("""{"credentials": {"user": "alice99X", "userName": "bob", "email": "a@b.com", "client_id": "Abc12345"}}""")]
    [InlineData("""{"credentials": {"path": "/run/secrets/x", "file": "key.json", "url": "https://h/x", "endpoint": "h:80"}}""")]
    [InlineData("""{"credentials": {"retries": 3, "ttl": "30s", "size": 12345678, "x": true, "z": "true", "when": "2026-01-01"}}""")]
    [InlineData("""{"credentials": {"x": "${PASSWORD}", "y": "$PASSWORD", "z": "<password>", "w": "******", "v": "", "u": " "}}""")]
    [InlineData("""{"credentials": {"x": "DB_PASSWORD", "y": "/run/secrets/x", "z": "acs:ram::1:role/x"}}""")]
    [InlineData("""{"secret": {"secretName": "registry", "items": [{"key": "tls.crt", "path": "x"}]}}""")]
    [InlineData("""{"secret": {"name": "registry", "key": "db"}}""")]
    [InlineData("""{"valueFrom": {"secretKeyRef": {"name": "registry", "key": "password"}}}""")]
    [InlineData("""{"imagePullSecrets": [{"name": "registry"}]}""")]
    [InlineData("""{"auth": {"type": "oauth2", "issuer": "https://h/v2", "scopes": ["a:b", "openid"], "plugin": "oauth2-proxy"}}""")]
    [InlineData("""{"auth": ["basic", "oauth2"]}""")]
    [InlineData("""{"auth": "basic"}""")]
    [InlineData("""{"authors": {"value": "Alice1234"}, "authority": {"value": "x"}}""")]
    [InlineData("""{"login": {"user": "alice", "timeout": "30m"}}""")]
    [InlineData("""{"cookie": {"domain": "x.com", "sameSite": "lax", "secure": true}}""")]
    [InlineData("""{"tokens": {"bos": "<s>", "pad_token": "[PAD]"}, "tokenizer": {"value": "Qwen1234"}}""")]
    [InlineData("""{"keys": ["a", "b"], "cache_key": "v1-abc", "primaryKey": "id"}""")]
    [InlineData("""{"a": ["password", "required"]}""")]
    [InlineData("""{"a": ["serve", "-p", "8000", "-u", "me"]}""")]
    [InlineData("""{"a": ["aGVsbG8gd29ybGQgZm9v", "Container1App", "registry/acme/iris"]}""")]
    public void What_people_keep_beside_secrets_is_none(string json) => Assert.Empty(ServiceReader.Read(json).Concealment.Secrets);

    [Theory]
    [InlineData("""credentials: {"user": "u", "pass": "hush"}""", "hush")]
    [InlineData("credentials = {user: u, pass: hush}", "hush")]
    [InlineData("credentials={'user' => 'u', 'x' => 'hush'}", "hush")]
    [InlineData("{\\\"auth\\\": {\\\"value\\\": \\\"hush\\\"}}", "hush")]
    [InlineData("secret: [hush-hush]", "hush-hush")]
    [InlineData("get(auth=('me', 'hush'))", "hush")]
    [InlineData("get(auth=HTTPBasicAuth('me', 'hush'))", "hush")]
    [InlineData("credentials:\n  user: u\n  pass: hush\nother: x", "hush")]
    [InlineData("credentials:\r\n- hush\r\n", "hush")]
    [InlineData("a:\n  private_key: |\n    hush\n  b: c", "hush")]
    [InlineData("auth:\n  value: 'hush' # mine", "hush")]
    [InlineData("<password>hush</password>", "hush")]
    [InlineData("密码：hush42", "hush42")]
    [InlineData("密码是 hush42。", "hush42")]
    [InlineData("“password”：“hush”", "hush")]
    [InlineData("// auth: me:hush", "me:hush")]
    [InlineData("FROM a\nENV PASSWORD hush\n", "hush")]
    [InlineData("setx API_KEY hush", "hush")]
    [InlineData("ALTER USER a WITH PASSWORD 'hush'; -- CREATE", "hush")]
    [InlineData("CREATE USER a IDENTIFIED BY 'hush'; -- token", "hush")]
    [InlineData("os.environ['API_KEY'] = 'hush'", "hush")]
    [InlineData("os.environ.setdefault('API_KEY', 'hush-1')", "hush-1")]
    [InlineData("serve \\\n  --password \\\n  hush \\\n  x", "hush")]
    [InlineData("{\"token\" \"hush-1\"}", "hush-1")]
    [InlineData("{\u0022auth\u0022: {\u0022value\u0022: \u0022hush\u0022}}", "hush")]
    [InlineData("Server=h;Password=hush hush;Encrypt=true", "hush hush")]
    [InlineData("password := \"hush\"", "hush")]
    [InlineData("PASSWORD=\"hu\\\"sh\" serve", "hu\\\"sh")]
    [InlineData("[x]\npass = hush42", "hush42")]
    [InlineData("echo 'root:hush' | chpasswd", "hush")]
    [InlineData("machine h login u password hush", "hush")]
    [InlineData("htpasswd -bc f u hush", "hush")]
    [InlineData("skopeo copy --src-creds u:hush a b", "hush")]
    [InlineData("curl -ume:hush h", "hush")]
    [InlineData("mongosh -u u -p hush", "hush")]
    [InlineData("openssl rsa -passin pass:hush", "hush")]
    [InlineData("https://open.feishu.cn/open-apis/bot/v2/hook/0123-4567-89", "0123-4567-89")]
    [InlineData("x dTpodXNoLWh1c2g= y", "dTpodXNoLWh1c2g=")]
    public void One_in_any_text_is_found(string text, string secret)
    {
        var part = Assert.Single(SecretText.Find(text));

        Assert.Equal(secret, text.Substring(part.Start, part.Length));
    }

    [Theory]
    [InlineData("credentials: they are in the vault")]
    [InlineData("credentials:\n  are read from the vault\nserve")]
    [InlineData("credentials: {{ vault }}")]
    [InlineData("f'token={tok}'")]
    [InlineData("secret=[A-Z]{8}")]
    [InlineData("auth: {type: basic, user: me}")]
    [InlineData("password=getpass('Password: ')")]
    [InlineData("auth: redis:6379")]
    [InlineData("cd $PWD; PWD=/workspace serve")]
    [InlineData("['password', 'required'], ['token', 'user_name'], ['token', '1.5']")]
    [InlineData("docker run --user app:app x")]
    [InlineData("mongosh -p 27017")]
    [InlineData("PASS=3 make; ffmpeg -pass 2; pass: ok; first pass = warmup")]
    [InlineData("SELECT * FROM t WHERE token = ?")]
    [InlineData("<password></password><password>${PASSWORD}</password><user>me</user>")]
    [InlineData("Server=h;Database=d;User Id=me;Encrypt=true")]
    [InlineData("zip -r x.zip x; ssh-keygen -N ''")]
    public void What_is_none_is_not(string text) => Assert.Empty(SecretText.Find(text));

    [Theory]
    [InlineData("credentials: {")]
    [InlineData("\"auth\": {")]
    [InlineData("auth:\n")]
    [InlineData("secret: [")]
    [InlineData("<password>")]
    [InlineData("Server=a;b")]
    [InlineData(";a=")]
    [InlineData("htpasswd -b ")]
    [InlineData("machine a login b ")]
    [InlineData("密码：")]
    [InlineData("\\\\\\\"password\\\\\\\":")]
    [InlineData("password=\\\"a")]
    [InlineData("\"token\" \"a")]
    [InlineData("ENV token ")]
    [InlineData("--token \\\n")]
    [InlineData("\\u0061=")]
    [InlineData("AAAAAAAAAAAAAAAA")]
    public void A_long_text_takes_no_square_of_the_time(string again) =>
        LongText.IsSearchedInTime(again, "Server=a; </ htpasswd machine --creds secret");

    [Theory]
    [InlineData("""{"a": 1, "credentials": {"x": "MARKhush"} x""")]
    [InlineData("""{"a": 1, "cred\u0065ntials": {"x": "\u004dARKhush"} x""")]
    [InlineData("""{"a": 1, "url": "https:\/\/me:MARKhush@h" x""")]
    [InlineData("""{"a": 1, “credentials”：｛“x”：“MARKhush”｝""")]
    [InlineData("""{'credentials': {'x': 'MARKhush'}}""")]
    [InlineData("""{credentials: {x: MARKhush}}""")]
    [InlineData("""{"credentials": {"x": "MARKhush""")]
    public void A_broken_line_shows_none(string json)
    {
        var file = Encoding.UTF8.GetBytes(json);
        var read = ServiceReader.Read(file);

        var shown = new FileSpans(file, read).Find("").Text;

        Assert.DoesNotContain("ARKhush", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"token": "\u004dARKhush", "token": "MARKlast1"}""")]
    [InlineData("""{"p\u0061ssword": "\u004dARKhush"}""")]
    [InlineData("""{"a": "https:\/\/me:M\u0041RKhush@h"}""")]
    [InlineData("""{"a": {"hf_\u004dARKhush012345": 1}}""")]
    [InlineData("""{"a": "redis://:M9@h"}""")]
    public void Escapes_hide_none(string json)
    {
        var file = Encoding.UTF8.GetBytes(json);
        var read = ServiceReader.Read(file);

        Assert.All(read.AllFindings(), finding => Assert.DoesNotMatch(
            "ARKhush|MARKlast|M9",
            new FileSpans(file, read).Find(finding.Pointer, finding.Bytes).Text));
    }
}
