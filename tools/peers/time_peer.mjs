// How long a peer takes for one text, warm: seconds, the median of some runs. node time_peer.mjs PEER MODULES FILE RUNS
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [peer, modules, file, runs] = process.argv.slice(2);
const found = createRequire(modules + "/").resolve(peer === "alex" ? modules + "/alex/index.js" : peer);
const loaded = await import(pathToFileURL(found));
const check = peer === "alex" ? (text) => loaded.markdown(text).messages.length : (text) => loaded.default(text).length;
const text = readFileSync(file, "utf8");
check(text);
const seconds = [];
for (let run = 0; run < Number(runs); run++) {
  const start = process.hrtime.bigint();
  check(text);
  seconds.push(Number(process.hrtime.bigint() - start) / 1e9);
}
console.log(seconds.sort((a, b) => a - b)[Math.floor(seconds.length / 2)]);
