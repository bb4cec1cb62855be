// Asks a running service (BASE_URL) for one candidate and the vacancies that fit, and prints the list.
// With SMOKE_RANKED_LIST=required an empty house is a failure; otherwise it is only said.
const base = process.env.BASE_URL;

async function get(path) {
  const response = await fetch(new URL(path, base));
  return { status: response.status, body: await response.json() };
}

const items = (body) => body.items ?? body.data ?? [];

// On first start the demo caseload may still be on its way in.
async function firstCandidate() {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const { status, body } = await get('/api/v1/candidates?limit=1');
    if (status !== 200) throw new Error(`GET /api/v1/candidates: ${status}`);
    if (items(body).length > 0) return items(body)[0];
  }
  return null;
}

const candidate = await firstCandidate();
if (candidate === null) {
  console.log('no candidates within 60 s: no demo caseload, no ranked list');
  process.exit(process.env.SMOKE_RANKED_LIST === 'required' ? 1 : 0);
}
const { status, body } = await get(`/api/v1/candidates/${candidate.id}/matches?limit=5`);
if (status !== 200 || items(body).length === 0) throw new Error(`no ranked list: ${status}`);
console.log(`ranked list for ${candidate.id}: ${items(body).length} vacancies`);
for (const item of items(body)) console.log(' ', JSON.stringify(item).slice(0, 140));
