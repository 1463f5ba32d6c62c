/** Reads the whole program, then waits until standard input ends before the program itself runs. */
await import('../src/serve.ts')
for await (const _chunk of process.stdin);
