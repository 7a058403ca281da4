using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EasGen.Cli.Tests.Secrets;

/// <summary>Marked secrets in places where people put them, and where they do not look for them.</summary>
internal static class OddPlaces
{
    private const string Script = """
        #!/bin/bash
        set -e
        export DB_PASSWORD='MARK-a b c'
        export API_KEY="MARK\"-b9"
        TOKEN=MARK-c
        curl -u me:MARK-d https://h
        mysql -uroot -pMARK-e
        docker login -u u -pMARK-f r
        redis-cli -a MARK-g ping
        printf 'machine github.com login u password MARK-n' > ~/.netrc; echo 'root:MARK-r' | chpasswd; htpasswd -bc f u MARK-h
        cat > c.yaml <<EOF
        credentials:
          user: u
          pass: MARK-y1
          extra:
            - MARK-y2
        other: x
        private_key: |
          MARK-line1
          MARK-line2
        EOF
        cat > settings.xml <<EOF
        <server><id>x</id><username>u</username><password>MARK-x</password></server>
        EOF
        python - <<'EOF'
        client = Client(api_key='MARK-1', auth=('u', 'MARK-2'), credentials={'user': 'u', 'pass': 'MARK-3'})
        EOF
        serve --hf-token MARK-t --api-key=MARK-u -Dpassword=MARK-v --header 'Authorization: Bearer MARK-w1234' --set auth.password=MARK-z
        """;

    /// <summary>Each with its name.</summary>
    public static IEnumerable<(string Name, byte[] Json)> All =>
    [
        .. Members.Select(static (text, index) => ($"member{index}", With($",{text}"))),
        .. Values.Select(static (text, index) => ($"variable{index}", With(Variable(text)))),
        ("script", With(Variable(Script))),
        ("script_of_container", Starting($"\"script\": {Quote(Script)}")),
        .. Documents.Select(static (text, index) => ($"document{index}", Utf8(text))),
        ("args_of_container", Starting(""" "args": ["--password", "MARK-a", "-u", "x", "--token=MARK-b"] """)),
        ("latin", Encoding.Latin1.GetBytes("""{"metadata": {"password": "MARKé-99", "credentials": {"x": "MARKéz"}}}""")),
    ];

    private const string Base =
        """{"metadata": {"name": "svc", "instance": 1}, "cloud": {"computing": {"instances": [{"type": "ecs.c7.large"}]}}, """
        + """ "containers": [{"image": "acme/iris:1", "port": 8000, "command": "serve"}]""";

    // Beside a service that is right otherwise.
    private static readonly string[] Members =
    [
        """ "credentials": {"user": "u", "pass": "MARK-hush"} """,
        """ "auth": {"value": "MARK-hush"} """,
        """ "secret": {"data": "MARK-hush"} """,
        """ "docker_auth": {"registry.example.com": {"username": "u", "blob": "MARK-hush"}} """,
        """ "x": [{"y": {"secrets": {"a": {"b": [["MARK-a", {"c": "MARK-b"}]]}}}}] """,
        """ "credentials": [["user", "MARK-arr"], [["MARK-arr2"]]] """,
        """ "x": {"dbPassword": "MARK-a", "clientSecret": "MARK-b", "accessKeySecret": "MARK-c", "hfToken": "MARK-d"} """,
        """ "x": {"userPwd": "MARK-e", "dbCreds": "MARK-f"} """,
        """ "spring.datasource.password": "MARK-a", "my-app.api-key": "MARK-b", "a.b.c.token": "MARK-c", "x_secret_1": "MARK-d" """,
        """ "数据库密码": "MARK-a", "配置": {"访问令牌": "MARK-b", "密钥": ["MARK-c"], "凭证": {"用户": "u", "值": "MARK-d"}} """,
        """ "mirrors": ["https://u:MARK-a@h/x", "redis://:MARK-b@h:6379/0", ["postgres://u:MARK%2Dc@h/db"], {"u": "amqp://g:MARK-d@h"}] """,
        $$""" "x": {"list": ["{{Base64("admin:MARK-pass1")}}", "{{Base64("robot$x:MARK-2")}}"]} """,
        $$$""" "auths": {"r.example.com": {"auth": "{{{Base64("u:MARK-pw")}}}"}} """,
        """ "x": {"args": ["redis-cli", "-a", "MARK-a"], "b": ["mysql", "-u", "root", "-pMARK-b"]} """,
        """ "x": ["curl", "-u", "me:MARK-c", "h"] """,
        "\n// credentials: {\"user\": \"u\", \"pass\": \"MARK-c1\"}\n"
            + "\"labels\": {\"a\": \"b\" /* password: MARK-c2 */}\n/* auth:\n     value: MARK-c3\n*/",
        """ "p\u0061ssword": "MARK-e1", "\u0061uth": {"v\u0061lue": "\u004dARK-e2"}, "secret": {"x": "MARK-\"e4\\x\n"} """,
        """ "u": "https:\/\/u:M\u0041RK-e3@h\/x" """,
        """ "token": "MARK-d1", "token": "\u004dARK-d2", "credentials": {"a": "MARK-d3"}, "credentials": {"b": "MARK-d4"} """,
        """ "credentials": {"user": "u", "pass": "MARK-b1"}, "auth": {"value": "MARK-b2"}, "x" 1 """,
        """ "cr\u0065dentials": {"pass": "MARK-b1", "w": "\u004dARK-b2"}, x """,
        """ "x": [{"name": "Authorization", "value": "MARK-n1"}, {"key": "password", "value": {"a": ["MARK-n2"]}}] """,
        """ "x": [{"Name": "api_key", "Value": "MARK-n3"}] """,
        """ "x": [{"header": "X-Api-Key", "value": "MARK-n4"}, ["password", "MARK-n5"], ["--password", "MARK-n6", "--token=MARK-n7"]] """,
        """ "api_keys": {"sk-MARK0123456789ab": "alice"}, "x": {"hf_MARKabcdefghijkl": 1} """,
        """ "dockerAuth": {"user": "u", "x": "MARK-w1"}, "token": ["MARK-w3"] """,
        """ "labels": {"password": "MARK-l1", "x": "https://u:MARK-l2@h"} """,
        """ "properties": {"db": {"credentials": {"pw": "MARK-p1"}}, "api_key": "MARK-p2"} """,
        """ "model_config": {"auth": {"value": "MARK-m1"}, "conf": "{\"secret\":{\"x\":\"MARK-m2\"}}"} """,
        """ "storage": [{"mount_path": "/m", "git": {"repo": "https://u:MARK-g1@h/x.git", "password": "MARK-g2"}}] """,
        """ "storage": [{"mount_path": "/m", "git": {"repo": "https://h/x.git", "credentials": {"x": "MARK-g3"}}}] """,
        """ "auth": ["me", "MARK-hush"], "x": {"basic_auth": "me:MARK-h2", "auth": "me:MARK-h3"} """,
        """ "x": "https://oapi.dingtalk.com/robot/send?access_token=MARK12345" """,
        """ "x": "https://open.feishu.cn/open-apis/bot/v2/hook/MARK-1234-5678" """,
        """ "x": "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=MARK-1234-5678" """,
        """ "credentials": {"": "MARK-e", "a/b~c": "MARK-f", "🌸": "MARK-g"} """,
        $$""" "credentials": {"x": "MARK-{{new string('0', 400)}}"}, "secret": {"y": ["MARK-{{new string('z', 600)}}"]} """,
        "\r\n\"credentials\"\r\n:\r\n{\r\n\"x\"\r\n:\r\n\"MARK-crlf\"}\r\n",
        """ "autoscaler": {"secret": {"v": "MARK-t2"}}, "networking": {"credentials": {"x": "MARK-t3"}} """,
        """ "credentials": {"user": "u", "pass": "MARK-cut """,
        """ "labels": {"sk-MARK0123456789ab": "x"}, "features": {"ghp_MARKabcdefghijkl": "x"} """,
        """ "properties": {"hf_MARKabcdefghijkl": 1}, "sk-MARK0123456789ab": {"a": 1} """,
        """ "users": [{"name": "alice", "pwd": "MARK-1"}, {"login": "bob", "pass": "MARK-2"}, {"k": "password", "v": "MARK-3"}] """,
        """ "PASSWORD": "MARK-1", "APIKEY": "MARK-2", "pAsSwOrD": "MARK-3", "x y password": "MARK-4", "api key": "MARK-5" """,
        """ "passwort": "MARK-1", "contraseña": "MARK-2", "パスワード": "MARK-3", "пароль": "MARK-4", "비밀번호": "MARK-5" """,
        """ "client-key-data": "MARK-1", "encryptKey": "MARK-2", "secretId": "MARK-3", "api_tokens": {"a": "MARK-4"} """,
        """ "token" "MARK-1" """,
        """ "password": "MARK-1", "password": "MARK-2" "x": 1 """,
        """ "password": "MARK\x-1" """,
        "\"password\": \"MARK\t-1\"",
        "\"password\": \"MARK-1\n, \"x\": 1",
        " \"x\": 1 // auth: me:MARK-2\n, \"y\": 2 /* {\"secret\": {\"data\": \"MARK-1\"}} */ ",
        " # password: MARK-1\n \"x\": 1",
    ];

    // Of a variable of a processor.
    private static readonly string[] Values =
    [
        Base64("user:MARK-pass"),
        """{"credentials": {"user": "u", "pass": "MARK-in"}}""",
        Json(new { outer = Json(new { auth = new { value = "MARK-in", secret = new { data = new[] { "MARK-2" } } } }) }),
        Json(new { o = Json(new { p = Json(new { db = new { password = "MARK-in3" } }) }) }),
        "Server=tcp:h,1433;Database=d;User Id=u;Password=MARK a b;Encrypt=true",
        "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=MARK-k==;EndpointSuffix=x",
        "-----BEGIN RSA PRIVATE KEY-----\nMARKaaaa\nMARKbbbb\n-----END RSA PRIVATE KEY-----",
        """password := "MARK-g"; {"token" => "MARK-r"}; api_key: "MARK-p" """,
        "credentials={user=u, pass=MARK-kv} secret=[MARK-z]",
        "[credentials]\npass = MARK-i\naws_secret_access_key = MARK-j",
        """{"headers": {"Authorization": "Bearer MARK-abc123"}, "cookies": {"session": "MARK-ck"}}""",
        $$$"""echo '{"auths": {"r": {"auth": "{{{Base64("u:MARK-pw")}}}"} } }' > ~/.docker/config.json""",
        "DB_PASSWORD=\"MARK\\\"x y\" serve",
        "密码：MARK-zh1，令牌：MARK-zh2",
        "FROM a\nENV PASSWORD MARK-1\nARG TOKEN=MARK-2\nRUN pip install --index-url https://u:MARK-3@h/simple x",
        "set PASSWORD=MARK-1\nsetx API_KEY MARK-2\n$env:TOKEN = 'MARK-3'",
        "kubectl create secret generic a --from-literal=password=MARK-1 --from-literal=apiKey=MARK-2",
        "CREATE USER a IDENTIFIED BY 'MARK-1'; ALTER USER b WITH PASSWORD 'MARK-2'",
        "os.environ['API_KEY'] = 'MARK-1'\nopenai.api_key = \"MARK-2\"\nconf = dict(password='MARK-3')",
        "process.env.TOKEN = 'MARK-1'; const cfg = {auth: {user: 'u', pass: 'MARK-2'}}; h = `Bearer MARK-3x4567`",
        "serve \\\n  --password \\\n  MARK-1 \\\n  --token=MARK-2",
        "[db]\npassword = \"MARK-1\"\n[auth]\ntoken = 'MARK-2'\nspring.redis.password: MARK-3",
        "jdbc:mysql://h/db?user=u&password=MARK-2; mysql+pymysql://root:MARK%401@h:3306/db",
        "https://b.oss-cn-x.aliyuncs.com/a?OSSAccessKeyId=LTAIMARK12345678&Expires=1&Signature=MARKsig%2Bx",
        "Endpoint=sb://x/;SharedAccessKeyName=a;SharedAccessKey=MARK-1=",
        "git -c http.extraHeader='Authorization: Basic MARKdTpw' clone https://MARKabcdefghijklmnopqrst@github.com/x",
    ];

    private static readonly string[] Documents =
    [
        $"// 密码：MARK-c1\n// 密码是 MARK4c2\n{Base}}}\n// see https://u:MARK-c3@h/x\n// docker login -u a -p MARK-c4",
        """{"metadata":{“password”：“MARK-q1”，“credentials”：｛“pass”：“MARK-q2”｝}}""",
        "{'metadata':{'auth':{'value':'MARK-s1'},'password':'MARK-s2'}}",
        "{metadata:{auth:{value:MARK-u1},password:MARK-u2}}",
        "metadata:\n  name: svc\ncredentials:\n  user: u\n  pass: MARK-y\ntoken: MARK-z\n",
        """{"metadata": {"name": "svc", "instance": {"secret": {"a": "MARK-w2"}}}}""",
        Json(new { RequestId = "x", ServiceConfig = Json(new { token = "MARK-r", credentials = new { p = "MARK-r2" } }) }),
        """[{"metadata": {"name": "a"}, "credentials": {"p": "MARK-l"}}, {"secret": {"x": "MARK-l2"}}]""",
        "\"password=MARK-root\"",
        """{"ROSTemplateFormatVersion": "1", "Resources": {"a": {"Properties": {"ServiceConfig": {"auth": {"value": "MARK-r"}}}}}}""",
        """{"services": {"a": {"image": "x", "environment": {"DB_PASSWORD": "MARK-c"}, "secrets": {"x": "MARK-c2"}}}}""",
        string.Concat(Enumerable.Repeat("{\"a\":", 63)) + """{"credentials": {"p": "MARK-deep"}}""" + new string('}', 63),
        """{"cloud": {"computing": {"instances": [{"type": "ecs.c7.large", "credentials": {"x": "MARK-t"}}]}}}""",
        """{"containers": [{"env": [{"name": "DB_PASSWORD", "value": "$MARK-9x"}, {"name": "API_KEY", "value": "MARK(99)x"}]}]}""",
        """{"containers": [{"env": [{"name": "DB_PASSWORD", "value": "=MARK99"}, {"name": "API_KEY", "value": {"user": ["MARK9"]}}]}]}""",
        """{"x": "<password>MARK-x</password>", "y": [1, "skopeo copy --src-creds u:MARK-s a b"]}""",
    ];

    private static byte[] With(string members) => Utf8($"{Base}{members}}}");

    private static byte[] Starting(string start) =>
        Utf8(Base.Replace("\"command\": \"serve\"", start, StringComparison.Ordinal) + "}");

    private static string Variable(string value) => $$$""", "processor_envs": [{"name": "X", "value": {{{Quote(value)}}} }]""";

    private static string Json(object value) => JsonSerializer.Serialize(value);

    private static string Quote(string text) => JsonValue.Create(text).ToJsonString();

    private static string Base64(string text) => Convert.ToBase64String(Utf8(text));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
