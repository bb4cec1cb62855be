export default async function teardown() {
  await globalThis.jobbmatchTestServer?.stop();
}
