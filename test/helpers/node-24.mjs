// Stops with a clear sentence on a Node older than 24, before anything can load SQLite (which would crash there without a word).
// Plain JavaScript, loaded by `node --import`: an old Node cannot read TypeScript and would fail with a riddle instead.

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`Cần Node 24 trở lên; đang chạy Node ${process.versions.node}. Chưa có gì bị thay đổi.
Trên Linux x64: chạy \`npm ci\` rồi \`npm test\`, Node 24 đi kèm. Trên máy khác: cài Node 24 từ nodejs.org.

Node 24 or newer is needed; this is Node ${process.versions.node}. Nothing was changed.
On Linux x64: run \`npm ci\`, then \`npm test\`; Node 24 comes along. Elsewhere: install Node 24 from nodejs.org.
`);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}
