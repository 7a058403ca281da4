using EasGen.Core.Features;
using static EasGen.Core.Features.ProgramAddresses;

namespace EasGen.Core.Tests;

public class ProgramAddressRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0208_ProgramListensOnPort, "/containers/0/command", Command)
            .Refuses("dotnet Iris.dll --urls http://0.0.0.0:5000", "5000")
            .Refuses("dotnet Iris.dll --urls=http://+:5000", "5000")
            .Refuses("dotnet Iris.dll --urls \"https://*:5001\"", "5001")
            .Refuses("dotnet Iris.dll --urls http://[::]:5000", "5000")
            .Refuses("dotnet Iris.dll --Kestrel:Endpoints:Http:Url=http://+:5000", "5000")
            .Refuses("serve --port 7999", "7999")
            .Refuses("serve --port=8001", "8001")
            .Refuses("serve --server_port 80", "80")
            .Refuses("ASPNETCORE_HTTP_PORTS=8080 dotnet Iris.dll", "8080")
            .Refuses("dotnet Iris.dll --urls http://+:5000;http://+:5001", "5000, 5001")
            .Refuses("ASPNETCORE_HTTP_PORTS=8080;8081 dotnet Iris.dll", "8080, 8081")
            .Refuses("serve --urls http://+", "80")
            .Refuses("serve --urls https://+/", "443")
            .Refuses("gunicorn -w 2 -b 0.0.0.0:7000 app:app", "7000")
            .Refuses("gunicorn -b0.0.0.0:7000 -b :7001 app:app", "7000, 7001")
            .Refuses("python manage.py runserver 0.0.0.0:7000", "7000")
            .Refuses("python3.11 -u manage.py runserver --noreload 7000", "7000")
            .Refuses("python -m http.server 7000", "7000")
            .Refuses("streamlit run app.py --server.port 7000 --server.address 0.0.0.0", "7000")
            .Refuses("node server.js --listen=0.0.0.0:7000", "7000")
            .Refuses("java -Dserver.port=7000 -jar app.jar", "7000")
            .Refuses("java -jar app.jar --server.port=7000", "7000")
            .Refuses("lmdeploy serve api_server /models --server-port 7000", "7000")
            .Refuses("python -m sglang.launch_server --model-path /models --port 7000", "7000")
            .Refuses("tritonserver --model-repository=/models --http-port=7000 --grpc-port=7001", "7000, 7001")
            .Refuses("env -u A PORT=7000 nohup gunicorn app:app", "7000")
            .Refuses("bash -lc 'cd /app && exec uvicorn app:app --host 0.0.0.0 --port 7000'", "7000")
            .Refuses("torchrun --nproc_per_node 2 --master_port 8000 serve.py --port 7000", "7000")
            .Refuses("accelerate launch --main_process_port 29500 serve.py --server_port 7000", "7000")
            .Refuses("timeout --signal=TERM 60 vllm serve /models --port 7000", "7000")
            .Refuses("timeout -s TERM 60 vllm serve /models --port 7000", "7000")
            .Refuses("tini -g -- vllm serve /models --port 7000", "7000")
            .Refuses("conda run -n env --cwd /app --no-capture-output vllm serve /models --port 7000", "7000")
            .Refuses("uv run --env-file .env -m uvicorn app:app --port 7000", "7000")
            .Refuses("debugpy --listen 8000 -m uvicorn app:app --port 7000", "7000")
            .Refuses("mpirun -np 2 tritonserver --http-port 7000", "7000")
            .Refuses("su app -c 'uvicorn app:app --port 7000'", "7000")
            .Refuses("uvicorn app:app --port ${PORT:-7000}", "7000")
            .Refuses("uvicorn app:app --port ${PORT-7000}", "7000")
            .Refuses("uvicorn app:app --port \"${A:-${B:-7000}}\"", "7000")
            .Refuses("node server.js --listen=http://0.0.0.0:7000", "7000")
            .Refuses(
                "tensorflow_model_server --port=8500",
                "The program is told to listen on port 8500, for gRPC only, but the container declares 8000, which EAS calls "
                + "with HTTP; open it with --rest_api_port, or the service never becomes ready")
            .Refuses("tensorflow_model_server --port=8500 --rest_api_port=8501", "8501, 8500")
            .Accepts(
                "dotnet Iris.dll --urls http://+:5000;http://+:8000",
                "DOTNET_HTTP_PORTS=5000;8000 serve",
                "dotnet Iris.dll --urls http://0.0.0.0:8000",
                "serve --port 8000",
                "serve --port=${PORT}",
                "serve --port ${PORT:+7000}",
                "serve --port ${PORT:-8000}",
                "serve --port $LISTENING_PORT",
                "uvicorn app:app --port ${PORT:-}",
                "vllm serve $MODEL --port 8000",
                "python -m debugpy --listen 0.0.0.0:5678 serve.py",
                "node client.js --host backend.acme --port 9000",
                "java -jar app.jar --server.port=${PORT:7000}",
                "serve --urls http://+:${PORT}",
                "serve --urls http://$HOST:$PORT/",
                "serve",
                "",
                "serve --metrics-port 9100 --output_port 3 --port 8000",
                "torchrun --nproc_per_node 2 --master_port 29500 serve.py --host 0.0.0.0 --port 8000",
                "python -m torch.distributed.run --master_port=29500 -m acme.serve",
                "python client.py --host backend.acme --port 9000",
                "tritonserver --model-repository=/models --grpc-port=7001 --metrics-port=8002",
                "gunicorn -b unix:/run/app.sock app:app",
                "nginx -g 'daemon off;'",
                "ComfyUI/main.py --listen --port 8000",
                "python -c 'serve(port=7000)'",
                "ollama run llama --port 7000x")
            .Refuses("a script", Script("exec serve --port 5000"), "/containers/0/script", "5000")
            .Refuses("a line that goes on", Script("exec serve \\\n  --port \\\r\n  5000"), "/containers/0/script", "5000")
            .Refuses("a variable of the line", Script("export PORT=7000\nserve --port $PORT"), "/containers/0/script", "7000")
            .Refuses(
                "a server behind a document",
                Script("cat > a.conf <<'EOF'\nserve --port 8000\nEOF\nserve --port 7000"),
                "/containers/0/script",
                "7000")
            .Refuses(
                "a server left in the background",
                Script("uvicorn app:app --port 7000 > log 2>&1 &\nwait"),
                "/containers/0/script",
                "7000")
            .Refuses("a server in a loop", Script("while true; do uvicorn app:app --port 7000; done"), "/containers/0/script", "7000")
            .Refuses("a default of the shell", Script("export PORT=${PORT:-7000}\nexec gunicorn app:app"), "/containers/0/script", "7000")
            .Refuses("a variable exported later", Script("PORT=7000\nexport PORT\ngunicorn app:app"), "/containers/0/script", "7000")
            .Refuses("variables that are all exported", Script("set -a\nPORT=7000\ngunicorn app:app"), "/containers/0/script", "7000")
            .Refuses(
                "arguments in a variable",
                Script("ARGS='--host 0.0.0.0 --port 7000'\nexec uvicorn app:app $ARGS"),
                "/containers/0/script",
                "7000")
            .Refuses(
                "a variable of the service that the shell changes",
                Variable("PORT", "8000").With(Container.Command, null).With(Container.Script, "PORT=7000\nexec gunicorn app:app"),
                "/containers/0/script",
                "7000")
            .Refuses(
                "a later variable",
                Variable("ASPNETCORE_URLS", "http://+:8000").With(Container.Command, "env ASPNETCORE_URLS=http://+:7000 dotnet Iris.dll"),
                "/containers/0/command",
                "7000")
            .Accepts(
                "an earlier variable",
                Variable("ASPNETCORE_URLS", "http://+:7000").With(Container.Command, "env ASPNETCORE_URLS=http://+:8000 dotnet Iris.dll"))
            .Accepts("a variable that the shell keeps", Script("PORT=7000\nexec gunicorn app:app -b :8000"))
            .Accepts("a default that the service overrules", Variable("PORT", "8000").With(Container.Command, "serve --port ${PORT:-7000}"))
            .Accepts("a case", Script("case $1 in\n  --port) PORT=$2;;\n  -h|--help) usage;;\nesac\nuvicorn app:app --port 8000"))
            .Accepts("an array", Script("ARGS=(--host 0.0.0.0\n  --port 7000)\nexec uvicorn app:app \"${ARGS[@]}\""))
            .Accepts("a line that is broken", Script("exec uvicorn app:app --port 7000\n  --host 0.0.0.0"))
            .Accepts("a quote that is not closed", Script("exec uvicorn 'app:app --port 7000"))
            .Accepts("a comment", Script("# serve --port 7000\nserve"))
            .Accepts(
                "a client before the server",
                Script("redis-cli --port 6379 ping\npython prepare.py --port 3306 && exec serve --port 8000"))
            .Accepts("a server behind a proxy", Script("uvicorn app:app --host 127.0.0.1 --port 7000 &\nnginx -g 'daemon off;'"))
            .Accepts("a server behind a service", Script("service nginx start; exec uvicorn app:app --port 7000"))
            .Accepts("a server behind another program", Script("vllm serve /models --port 7000 &\nexec python proxy.py"))
            .Refuses(
                "a server that is piped into the background",
                Script("uvicorn app:app --port 7000 | tee log &\nwait"),
                "/containers/0/script",
                "7000")
            .Accepts("two servers", Script("uvicorn a:app --port 8000 & uvicorn b:app --port 8001 & wait"))
            .Accepts("a server beside another program", Script("uvicorn a:app --port 7000 & ./gateway & wait"))
            .Refuses(
                "arguments",
                Valid.With(Features.Container.Args, EquatableArray<string>.Of("--urls", "http://+:5000")),
                "/containers/0/args",
                "5000")
            .Refuses("a shell and its text", Split("bash", "-c", "exec uvicorn app:app --port 7000"), "/containers/0/args", "7000")
            .Refuses("a shell's option and its text", Split("/bin/sh -c", "uvicorn app:app --port 7000"), "/containers/0/args", "7000")
            .Refuses("a module", Split("python3 -m", "uvicorn", "app:app", "--port=7000"), "/containers/0/args", "7000")
            .Refuses("a launcher and its program", Split("env PORT=7000", "gunicorn", "app:app"), "/containers/0/command", "7000")
            .Refuses("what a server does", Split("python manage.py", "runserver", "0.0.0.0:7000"), "/containers/0/args", "7000")
            .Accepts("a verb that does not serve", Split("ollama", "run", "llama", "--port", "7000x"))
            .Refuses("ASPNETCORE_URLS", Variable("ASPNETCORE_URLS", "http://+:5000"), "/containers/0/env/0/value", "5000")
            .Refuses("URLS", Variable("URLS", "http://+:5000"), "/containers/0/env/0/value", "5000")
            .Refuses("Kestrel__Endpoints", Variable("Kestrel__Endpoints__Http__Url", "http://*:5000"), "/containers/0/env/0/value", "5000")
            .Refuses(
                "ASPNETCORE_Kestrel__Endpoints",
                Variable("ASPNETCORE_Kestrel__Endpoints__Http__Url", "http://*:5000"),
                "/containers/0/env/0/value",
                "5000")
            .Refuses(
                "endpoints in another case",
                Variable("aspnetcore_kestrel__ENDPOINTS__Http__URL", "http://*:5000"),
                "/containers/0/env/0/value",
                "5000")
            .Refuses("Urls", Variable("Urls", "http://+:5000"), "/containers/0/env/0/value", "5000")
            .Accepts("what is deeper than an endpoint's address", Variable("Kestrel__Endpoints__Http__Url__Old", "http://*:5000"))
            .Accepts("what else an endpoint has", Variable("Kestrel__Endpoints__Http__Protocols", "http://*:5000"))
            .Refuses("DOTNET_HTTP_PORTS", Variable("DOTNET_HTTP_PORTS", "5000"), "/containers/0/env/0/value", "5000")
            .Refuses("HTTPS_PORTS", Variable("HTTPS_PORTS", "8443"), "/containers/0/env/0/value", "8443")
            .Refuses("PORT", Variable("PORT", "7000").With(Container.Command, "node server.js"), "/containers/0/env/0/value", "7000")
            .Accepts("PORT, which dotnet does not read", Variable("PORT", "7000").With(Container.Command, "dotnet Iris.dll"))
            .Accepts("PORT, which Python does not read", Variable("PORT", "7000").With(Container.Command, "python app.py"))
            .Accepts("PORT, which Java does not read", Variable("PORT", "7000").With(Container.Command, "java -jar app.jar"))
            .Accepts("PORT, which nobody may read", Variable("PORT", "7000").With(Container.Command, "./serve"))
            .Accepts("PORT of an image", Variable("PORT", "7000").With(Container.Command, null))
            .Accepts("SERVER_PORT beside dotnet", Variable("SERVER_PORT", "7000").With(Container.Command, "dotnet Iris.dll"))
            .Accepts("GRADIO_SERVER_PORT beside dotnet", Variable("GRADIO_SERVER_PORT", "7000").With(Container.Command, "dotnet Iris.dll"))
            .Accepts("ASPNETCORE_URLS beside Python", Variable("ASPNETCORE_URLS", "http://+:7000").With(Container.Command, "python app.py"))
            .Refuses(
                "PORT of Text Generation Inference",
                Variable("PORT", "7000").With(Container.Command, "text-generation-launcher --model-id /models"),
                "/containers/0/env/0/value",
                "7000")
            .Refuses(
                "SERVER_PORT",
                Variable("SERVER_PORT", "7000").With(Container.Command, "java -jar app.jar"),
                "/containers/0/env/0/value",
                "7000")
            .Refuses(
                "GRADIO_SERVER_PORT",
                Variable("GRADIO_SERVER_PORT", "7860").With(Container.Command, "python app.py"),
                "/containers/0/env/0/value",
                "7860")
            .Refuses("a variable of the second container", Told(Second(8001), 1, "http://+:8000"), "/containers/1/env/0/value", "8000")
            .Refuses(
                "a variable of the first, written behind one of the second",
                Told(Told(Second(8001), 1, "http://+:8001"), 0, "http://+:7000"),
                "/containers/0/env/0/value",
                "7000")
            .Refuses(
                "a variable beside one that is in no container",
                Told(Told(Second(8001), -1, "http://+:8000"), 0, "http://+:7000"),
                "/containers/0/env/0/value",
                "7000")
            .Accepts("variables of each container", Told(Told(Second(8001), 1, "http://+:8001"), 0, "http://+:8000"))
            .Accepts("a variable in a container that is not there", Told(Second(8001), 2, "http://+:7000"))
            .Refuses(
                "the last of two of one name",
                Told(Told(Valid, 0, "http://+:8000"), 0, "http://+:7000"),
                "/containers/0/env/1/value",
                "7000")
            .Refuses(
                "a variable that a shell sets anew",
                Told(Script("DOTNET_URLS=http://+:7000\nexec dotnet Iris.dll"), 0, "http://+:8000"),
                "/containers/0/script",
                "7000")
            .Accepts(
                "a variable of the shell that the program has empty",
                Script("DOTNET_URLS=http://+:7000\nDOTNET_URLS= exec dotnet Iris.dll"))
            .Accepts(
                "a variable that a shell empties",
                Told(Script("DOTNET_URLS=\nexec dotnet Iris.dll"), 0, "http://+:7000"))
            .Accepts(
                "a variable that a shell sets to another machine",
                Variable("URLS", "http://localhost:7000").With(Container.Command, null)
                    .With(Container.Script, "export URLS=http://other.acme:1\nexec dotnet Iris.dll"))
            .Refuses(
                "a variable of the third, behind a container without any",
                Told(Told(Second(8001).With(
                    Container.FeatureType,
                    (Container.Image, "b:1"),
                    (Container.Port, 8002),
                    (Container.Command, "run")), 0, "http://+:8000"), 2, "http://+:7000"),
                "/containers/2/env/0/value",
                "7000")
            .Refuses(
                "a variable behind a container that nobody knows",
                Told(Valid, 0, "http://+:7000").With(
                    RawSetting.FeatureType, (RawSetting.Pointer, "/containers/0"), (RawSetting.Json, "1")),
                "/containers/1/env/0/value",
                "7000")
            .Accepts("the last of two, which is empty", Told(Told(Valid, 0, "http://+:8000"), 0, ""))
            .Accepts("a name in another case", Variable("port", "7000").With(Container.Command, "node server.js"))
            .Refuses(
                "LISTENING_PORT, set to another port",
                Variable("LISTENING_PORT", "7000").With(Container.Command, "serve --port $LISTENING_PORT"),
                "/containers/0/command",
                "7000")
            .Accepts("an undeclared port", Command("serve --port 5000").With(Container.Port, null))
            .Accepts("a variable of the same port", Variable("ASPNETCORE_HTTP_PORTS", "8000"))
            .Accepts(
                "a variable that the start line overrules",
                Variable("ASPNETCORE_URLS", "http://+:5000").With(Container.Command, "dotnet Iris.dll --urls http://+:8000"))
            .Accepts(
                "ports beside URLs",
                Variable("ASPNETCORE_HTTP_PORTS", "5000").With(Container.Command, "dotnet Iris.dll --urls http://+:8000"))
            .Accepts("a variable without a value", Valid.With(EnvironmentVariable.Name, "ASPNETCORE_URLS"))
            .Accepts(
                "a variable of another kind of program",
                Variable("ASPNETCORE_URLS", "http://+:5000").With(Container.Command, "vllm serve /models"))
            .Accepts("addresses of other machines", Variable("URLS", "http://a.acme:5000;http://b.acme:5000"))
            .Accepts("a port in another variable", Variable("UPSTREAM", "http://other:5000")),

        Judge<string>(EAS0209_ProgramListensOutside, "/containers/0/command", Command)
            .Refuses("dotnet Iris.dll --urls http://localhost:8000", "'localhost'")
            .Refuses("dotnet Iris.dll --urls http://LocalHost:8000", "'LocalHost'")
            .Refuses("dotnet Iris.dll --urls http://127.0.0.1:8000", "'127.0.0.1'")
            .Refuses("dotnet Iris.dll --urls http://127.9.0.1:8000", "'127.9.0.1'")
            .Refuses("dotnet Iris.dll --urls 'http://[::1]:8000'", "'[::1]'")
            .Refuses("dotnet Iris.dll --urls http://localhost", "'localhost'")
            .Refuses("dotnet Iris.dll --urls http://localhost:8000;http://127.0.0.1:8000", "'localhost'")
            .Refuses("dotnet Iris.dll --urls http://0.0.0.0:9000;http://localhost:8000", "'localhost'")
            .Refuses("gunicorn --bind 127.0.0.1:8000 app:app", "'127.0.0.1'")
            .Refuses("uvicorn app:app --host localhost --port 8000", "'localhost'")
            .Refuses("python app.py --host 127.0.0.1 --port 8000", "'127.0.0.1'")
            .Refuses("jupyter lab --ip=127.0.0.1 --port=8000", "'127.0.0.1'")
            .Accepts(
                "dotnet Iris.dll --urls http://localhost:9000;http://0.0.0.0:8000",
                "dotnet Iris.dll --urls http://0.0.0.0:8000",
                "dotnet Iris.dll --urls http://[::]:8000")
            .Accepts(
                "dotnet Iris.dll --urls http://localhost.acme.com:8000",
                "curl http://localhost:8000",
                "uvicorn app:app",
                "uvicorn app:app --host 0.0.0.0")
            .Refuses("OLLAMA_HOST", Script("OLLAMA_HOST=127.0.0.1:11434 ollama serve"), "/containers/0/script", "'127.0.0.1'")
            .Refuses(
                "GRADIO_SERVER_NAME",
                Variable("GRADIO_SERVER_NAME", "127.0.0.1").With(Container.Command, "python app.py"),
                "/containers/0/env/0/value",
                "'127.0.0.1'")
            .Accepts("a sidecar", Told(Second(8001), 1, "http://localhost:8001"))
            .Accepts(
                "the address of another machine's ollama",
                Variable("OLLAMA_HOST", "127.0.0.1:11434").With(Container.Command, "python app.py"))
            .Refuses("ASPNETCORE_URLS", Variable("ASPNETCORE_URLS", "http://localhost:8000"), "/containers/0/env/0/value", "'localhost'"),

        Judge<string>(EAS0214_DefaultIsOutside, "/containers/0/command", Command)
            .Refuses(
                "uvicorn app:app --port 8000",
                "By default, uvicorn listens on 127.0.0.1, which is only reachable inside the container; listen on 0.0.0.0 with --host")
            .Refuses("python -m uvicorn app:app", "with --host")
            .Refuses("gunicorn -w 4 app:app", "with --bind")
            .Refuses("flask --app iris run --port 8000", "flask listens on 127.0.0.1")
            .Refuses("python manage.py runserver 8000", "manage.py listens on 127.0.0.1")
            .Refuses("llama-server -m /models/llm.gguf", "llama-server listens on 127.0.0.1")
            .Refuses("jupyter lab", "localhost")
            .Refuses(
                "gradio app.py",
                "By default, gradio listens on 127.0.0.1, which is only reachable inside the container; listen on 0.0.0.0 with "
                + "GRADIO_SERVER_NAME")
            .Refuses("python -m gradio app.py", "GRADIO_SERVER_NAME")
            .Refuses("ollama serve", "listen on 0.0.0.0 with OLLAMA_HOST")
            .Refuses("conda run -n env poetry run uvicorn app:app", "with --host")
            .Accepts(
                "GRADIO_SERVER_NAME=0.0.0.0 gradio app.py",
                "uvicorn app:app $EXTRA",
                "uvicorn app:app \"$@\"",
                "uvicorn app:app $(cat arguments)",
                "text-generation-launcher --model-id /models",
                "nginx -g 'daemon off;'",

                "uvicorn app:app --host 0.0.0.0",
                "gunicorn -c gunicorn.conf.py app:app",
                "gunicorn -c gunicorn.conf.py -b :8000 app:app",
                "PORT=8000 gunicorn app:app",
                "fastapi run app.py",
                "vllm serve /models",
                "dotnet Iris.dll",
                "python app.py",
                "./webui.sh --listen --port 8000",
                "uvicorn app:app --uds /run/app.sock",
                "UVICORN_HOST=0.0.0.0 uvicorn app:app"),

        Judge<string>(EAS0215_DefaultIsPort, "/containers/0/command", Command)
            .Refuses(
                "streamlit run app.py",
                "By default, streamlit listens on port 8501, but the container declares 8000, which EAS calls; "
                + "make them equal with --server.port")
            .Refuses("OLLAMA_HOST=0.0.0.0 ollama serve", "11434")
            .Refuses("python -m sglang.launch_server --model-path /models", "30000")
            .Refuses(
                "gradio app.py",
                "port 7860, but the container declares 8000, which EAS calls; make them equal with GRADIO_SERVER_PORT")
            .Refuses("text-generation-launcher --model-id /models", "port 80, but the container declares 8000")
            .Refuses("text-embeddings-router --model-id /models --hostname 0.0.0.0", "make them equal with --port")
            .Refuses("nginx -g 'daemon off;'", "nginx listens on port 80")
            .Refuses("httpd -DFOREGROUND", "httpd listens on port 80")
            .Refuses("jupyter lab --ip=0.0.0.0", "with --port")
            .Refuses(
                "tensorflow_model_server --model_name=iris",
                "By default, tensorflow_model_server listens on port 8500, for gRPC only, but the container declares 8000, which EAS calls "
                + "with HTTP; open it with --rest_api_port")
            .Accepts(
                "vllm serve /models",
                "GRADIO_SERVER_PORT=8000 gradio app.py",
                "text-generation-launcher --model-id /models --port 8000",
                "nginx -c /etc/iris.conf",
                "caddy run",
                "streamlit run app.py --server.port 8000",
                "tensorflow_model_server --rest_api_port=8000",
                "tritonserver",
                "uvicorn app:app",
                "node server.js",
                "")
            .Accepts("an undeclared port", Command("streamlit run app.py").With(Container.Port, null))
            .Refuses(
                "Triton, which has a port for HTTP",
                Command("tritonserver").With(Container.Port, 9000),
                "/containers/0/command",
                "port 8000, 8001, but the container declares 9000, which EAS calls; make them equal with --http-port")
            .Refuses(
                "Triton, called with gRPC",
                Command("tritonserver").With(Container.Port, 9000).With(EasService.Grpc, true),
                "/containers/0/command",
                "make them equal with --grpc-port")
            .Refuses(
                "TensorFlow Serving, called with gRPC",
                Command("tensorflow_model_server").With(EasService.Grpc, true),
                "/containers/0/command",
                "port 8500, but the container declares 8000, which EAS calls; make them equal with --port")
            .Accepts("Text Generation Inference with PORT", Variable("PORT", "8000").With(
                Container.Command,
                "text-generation-launcher --model-id /models"))
            .Accepts("nginx at its own port", Command("nginx -g 'daemon off;'").With(Container.Port, 80))
            .Accepts(
                "nginx with a mounted configuration",
                Command("nginx -g 'daemon off;'").With(LocalDiskMount.FeatureType, (Mount.MountPath, "/etc/nginx/conf.d")))
            .Accepts("nginx with a variable of its template", Variable("NGINX_PORT", "8000").With(Container.Command, "nginx"))
            .Accepts("nginx with a configuration that the script writes", Script("envsubst < a > /etc/nginx/nginx.conf\nexec nginx"))
            .Accepts("nginx before another server", Script("uvicorn app:app --port 7000 &\nexec nginx")),

        Judge<string>(EAS0216_ProgramSpeaksHttp, "/containers/0/command", Command)
            .Refuses("dotnet Iris.dll --urls https://+:8000", "TLS on port 8000")
            .Refuses("uvicorn app:app --host 0.0.0.0 --ssl-keyfile key.pem --ssl-certfile cert.pem", "TLS on port 8000")
            .Refuses(
                "tensorflow_model_server --port=8000",
                "Port 8000 of tensorflow_model_server is for gRPC, but EAS calls it with HTTP; open a port for HTTP with --rest_api_port, "
                + "or set Grpc = true")
            .Refuses("tritonserver --http-port=7000 --grpc-port=8000", "open a port for HTTP with --http-port")
            .Accepts(
                "dotnet Iris.dll --urls http://+:8000;https://+:8443",
                "uvicorn app:app",
                "tensorflow_model_server --port=8500 --rest_api_port=8000",
                "tritonserver --http-port=8000 --grpc-port=8001")
            .Refuses(
                "the default port for gRPC",
                Command("tensorflow_model_server").With(Container.Port, 8500),
                "/containers/0/command",
                "Port 8500 of tensorflow_model_server is for gRPC")
            .Accepts("a service of gRPC", Command("tensorflow_model_server --port=8000").With(EasService.Grpc, true))
            .Accepts(
                "gRPC of a sidecar",
                Valid.With(
                    Container.FeatureType,
                    (Container.Image, "a:1"),
                    (Container.Port, 8001),
                    (Container.Command, "tensorflow_model_server --port=8001")))
            .Refuses("ASPNETCORE_HTTPS_PORTS", Variable("ASPNETCORE_HTTPS_PORTS", "8000"), "/containers/0/env/0/value", "TLS on port 8000")
            .Accepts("both kinds of ports", Variable("ASPNETCORE_HTTPS_PORTS", "8443").With(
                EnvironmentVariable.FeatureType,
                (EnvironmentVariable.Name, "ASPNETCORE_HTTP_PORTS"),
                (EnvironmentVariable.Value, "8000"))));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Command(string command) => Valid.With(Container.Command, command);

    private static Service Script(string script) => Valid.With(Container.Command, null).With(Container.Script, script);

    private static Service Split(string command, params string[] arguments) =>
        Command(command).With(Container.Args, EquatableArray<string>.Of(arguments));

    private static Service Second(int port) =>
        Valid.With(Container.FeatureType, (Container.Image, "a:1"), (Container.Port, port), (Container.Command, "run"));

    private static Service Told(Service service, int container, string urls) => service.With(
        EnvironmentVariable.FeatureType,
        (EnvironmentVariable.Name, "DOTNET_URLS"),
        (EnvironmentVariable.Value, urls),
        (ServiceModel.FeatureType.ContainerIndex, container));

    private static Service Variable(string name, string value) =>
        Valid.With(EnvironmentVariable.FeatureType, (EnvironmentVariable.Name, name), (EnvironmentVariable.Value, value));
}
