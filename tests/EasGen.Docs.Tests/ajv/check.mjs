// Holds the schema against real files with a validator that knows nothing of EasGen.
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../../..");
const shared = join(root, "../shared");
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const files = (folder) => readdirSync(folder).filter((name) => name.endsWith(".json")).sort().map((name) => join(folder, name));

// Strict: a keyword or a format that the schema misspells is an error. Several types at one place are meant.
const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(read(join(root, "docs/eas-service.schema.json")));
const refused = new Set(read(join(here, "../refused.json")));
const right = [...files(join(shared, "examples")), join(root, "tests/IrisClassifier.Tests/iris_classifier.golden.json")];
const wrong = files(join(shared, "misconfigs"));

let failures = 0;
for (const path of [...right, ...wrong]) {
  const taken = validate(read(path));
  if (taken === !(wrong.includes(path) && refused.has(basename(path)))) continue;
  failures++;
  console.error(`${basename(path)}: ${taken ? "is taken, but is wrong" : JSON.stringify(validate.errors, null, 2)}`);
}
if (right.length < 2 || wrong.length < 2) {
  console.error("The files to check are not there.");
  failures++;
}
console.log(`${right.length + wrong.length} files against the schema, ${failures} surprises`);
process.exit(failures === 0 ? 0 : 1);
