// Signs in, says what waits, receives a dossier and tells what changes by it. With the demonstration running (`npm start`
// prints its password), in a folder where this package is installed:
//   MINH_BACH_PASSWORD=… node follow.ts
import {
  bearer,
  changesFollow,
  createClient,
  createConfig,
  dossiersOne,
  proceduresInForce,
  receptionReceive,
  sessionSignIn,
  sessionSignOut,
  workList,
} from '@minh-bach/client';
import { randomUUID } from 'node:crypto';
import { env } from 'node:process';

const baseUrl = env.MINH_BACH_URL ?? 'http://localhost:3000';
const { MINH_BACH_USERNAME: username = 'desk', MINH_BACH_PASSWORD: password = '' } = env;

// A refusal is thrown as the API says it: a problem with its `code`, `title` and `detail`.
const stranger = { client: createClient(createConfig({ baseUrl })), throwOnError: true } as const;
const { data: session } = await sessionSignIn({ ...stranger, body: { username, password } });
const auth = bearer(session.token ?? '');
const us = { client: createClient(createConfig({ baseUrl, auth })), throwOnError: true } as const;
console.log(`signed in: ${session.person.name}`);

const { data: work } = await workList(us);
console.log(`waiting: ${work.items.length}, late: ${work.counts.late}`);
for (const { kind, title, due } of work.items.slice(0, 5))
  console.log(`- ${kind}: ${title ?? '–'}, due ${due ?? '–'}`);

const following = new AbortController();
const { stream } = await changesFollow({ ...us, signal: following.signal });
await stream.next(); // It is open: nothing that happens from here on is missed.

const { data: procedures } = await proceduresInForce(us);
const procedure = procedures.items.at(0);
if (procedure === undefined) throw new Error('no procedure is in force');
// The name of this one act: sent again, it gets its first answer instead of being done twice.
const key = randomUUID();
const receive = () =>
  receptionReceive({
    ...us,
    headers: { 'Idempotency-Key': key },
    body: {
      procedureCode: procedure.code,
      channel: 'counter',
      components: procedure.components.map(({ name }) => ({ name, form: 'original' })),
      applicant: { name: 'Trần Thị Dân', phone: '0912345678' },
    },
  });
const { data: receipt } = await receive();
console.log(`received: ${receipt.code}, due ${receipt.due ?? '–'}`);
const { data: again } = await receive();
console.log(`sent again: ${again.code}, repeated: ${again.repeated}`);

for await (const told of stream) {
  if (!('subject' in told)) continue;
  console.log(`changed: ${told.kind} ${told.subject}, version ${told.version}`);
  if (told.subject !== receipt.dossierId) continue;
  const { data: dossier } = await dossiersOne({ ...us, path: { id: told.subject } });
  console.log(`dossier ${receipt.code}: ${dossier.status}`);
  break;
}
following.abort();
await sessionSignOut(us);
