// Holds the schema against real files with a validator that knows nothing of EasGen.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../../..");
// Public examples, which stand beside the repository; EASGEN_SHARED names another folder, or none when it is empty.
const named = process.env.EASGEN_SHARED;
const beside = join(root, "../shared");
const shared = named === undefined ? (existsSync(beside) ? beside : "") : named && resolve(root, named);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const files = (folder) => readdirSync(folder).filter((name) => name.endsWith(".json")).sort().map((name) => join(folder, name));
const both = (own, other) => [...files(join(root, "tests/data", own)), ...(shared ? files(join(shared, other)) : [])];

// Strict: a keyword or a format that the schema misspells is an error. Several types at one place are meant.
const compile = (schema) => new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(read(join(root, "docs", schema)));
const validate = compile("eas-service.schema.json");
const refused = new Set(read(join(here, "../refused.json")));
const right = [...both("services", "examples"), join(root, "tests/IrisClassifier.Tests/iris_classifier.golden.json")];
const wrong = both("misconfigs", "misconfigs");

let failures = 0;
for (const path of [...right, ...wrong]) {
  const taken = validate(read(path));
  if (taken === !(wrong.includes(path) && refused.has(basename(path)))) continue;
  failures++;
  console.error(`${basename(path)}: ${taken ? "is taken, but is wrong" : JSON.stringify(validate.errors, null, 2)}`);
}

// Every service may be all that an environment says of it, and whatever it says may be removed.
const patches = compile("eas-environment.schema.json");
const environments = [
  ...right.map((path) => [true, { $variables: { IMAGE_TAG: "1.4" }, "*": {}, any_service: read(path) }]),
  [true, { "*": { metadata: { instance: null, rpc: null }, containers: null, labels: { stage: null } } }],
  [true, { any_service: { metadata: { instance: "${INSTANCES}" } } }],
  [false, { any_service: { metadata: { instance: "four" } } }],
  [false, { any_service: { metadata: { instance: -1 } } }],
  [false, { any_service: { containers: [{ port: 8080 }] } }],
  [false, { any_service: 4 }],
  [false, { $variables: { "A-B": "1" } }],
  [false, { $variables: { A: 1 } }],
];
for (const [isRight, environment] of environments) {
  if (patches(environment) === isRight) continue;
  failures++;
  console.error(`${JSON.stringify(environment)}: ${isRight ? JSON.stringify(patches.errors, null, 2) : "is taken, but is wrong"}`);
}
if (right.length < 2 || wrong.length < 2) {
  console.error("The files to check are not there.");
  failures++;
}
console.log(`${right.length + wrong.length} files against the schema, ${failures} surprises`);
process.exit(failures === 0 ? 0 : 1);
