// Entry of the command line; plain JavaScript, so that a Node that is too old can still say so.
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `Cần Node.js 24 trở lên; đang chạy ${process.version}. Trên Linux x64, "npm ci" cài kèm bản đúng: hãy chạy "npm run -s hoidong -- …".\n` +
      `Node.js 24 or newer is needed; this is ${process.version}. On Linux x64, "npm ci" brings the right one: use "npm run -s hoidong -- …".\n`,
  );
  process.exit(1);
}
const { main } = await import('./command/main.ts');
process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
