import { derivedId, inOffice } from '#kernel';
import { isUUID } from 'class-validator';
import {
  OFFICE_NAME,
  POST_KINDS,
  ROLES_OF,
  UNIT_KINDS,
  OpenOffice,
  officeSubject,
  type PostKind,
  type UnitKind,
} from '#organisation';
import { followOffice } from '#projection';
import { peopleOf, type People } from './people.js';
import { projections, type Runtime } from './runtime.js';

/** An office as it is founded: posts by keys of their own, units by name. */
export interface OfficeForm {
  office: string;
  name: string;
  /** The body above; it becomes a unit and a post outside the office, with the key `superior`. */
  superior: string;
  /** The agency's national identifier; dossier codes begin with it. */
  agencyCode?: string;
  posts: {
    key: string;
    title: string;
    kind: PostKind;
    unit: string;
    above: string | null;
    field?: string;
    person?: { username: string; name: string; personId?: string };
  }[];
  units: { name: string; kind: UnitKind; head: string; parent?: string }[];
}

export const unitId = (office: string, name: string): string => derivedId(office, 'unit', name);

const SUPERIOR = 'superior';

/** Founds an office: its organisation as the first acts of its trail, its read models. Run again, it changes nothing. */
export async function foundOffice(runtime: Runtime, form: OfficeForm): Promise<People> {
  checkForm(form);
  const { office } = form;
  const people = await peopleOf(runtime, form);
  const command = organisationOf(form, people);
  await inOffice(office, () =>
    runtime.commands.send(
      OpenOffice,
      { office, actor: 'worker:founding', commandId: derivedId(office, 'founding', 'open') },
      officeSubject(office),
      command,
    ),
  );
  // Last: an office that a crash left half founded is not there for anybody yet.
  await runtime.projector.begin(projections, [office]);
  await followOffice(runtime.pool, office);
  return peopleOf(runtime, form); // those of whoever founded it first
}

/** Opens accounts for those of an office's people who have none; `passwordOf` says with which password, `toChange` whether it must be changed first. */
export async function foundAccounts(
  { accounts }: Runtime,
  { office, posts }: OfficeForm,
  people: People,
  passwordOf: (username: string) => string,
  toChange = false,
): Promise<void> {
  await inOffice(office, async () => {
    const known = await accounts.names(office);
    for (const { person } of posts) {
      if (!person) continue;
      const { username, name } = person;
      if (!known.has(people(username)))
        await accounts.open(office, people(username), username, name, passwordOf(username), { toChange });
    }
  });
}

/** The same without passwords: each is made when it is asked for (`Accounts.giveFirstPassword`). */
export async function foundAccountsAwaitingPassword(
  { accounts }: Runtime,
  { office, posts }: OfficeForm,
  people: People,
): Promise<void> {
  const holders = posts.flatMap(({ person }) => (person ? [person] : []));
  await inOffice(office, () =>
    accounts.openAwaitingPassword(
      office,
      holders.map(({ username, name }) => ({ personId: people(username), username, name })),
    ),
  );
}

function organisationOf(
  { office, name, superior, agencyCode, posts, units }: OfficeForm,
  people: People,
): OpenOffice {
  const post = (key: string) => derivedId(office, 'post', key);
  const unit = (named: string) => unitId(office, named);
  return {
    name,
    superior,
    ...(agencyCode === undefined ? {} : { agencyCode }),
    units: [
      ...units.map(({ name: named, kind, head, parent }) => ({
        unitId: unit(named),
        name: named,
        headPostId: post(head),
        kind,
        ...(parent === undefined ? {} : { parentUnitId: unit(parent) }),
      })),
      { unitId: unit(superior), name: superior, headPostId: post(SUPERIOR), kind: 'authority' },
    ],
    posts: [
      {
        postId: post(SUPERIOR),
        title: superior,
        unitId: unit(superior),
        above: null,
        roles: [],
        external: true,
      },
      ...posts.map(({ key, title, kind, unit: named, above, field }) => ({
        postId: post(key),
        title,
        unitId: unit(named),
        above: above === null ? null : post(above),
        roles: ROLES_OF[kind],
        external: false,
        kind,
        ...(field === undefined ? {} : { field }),
      })),
    ],
    appointments: posts.flatMap(({ key, person }) =>
      person ? [{ postId: post(key), personId: people(person.username) }] : [],
    ),
  };
}

/** Refuses a form whose parts do not fit together, with a sentence that names the part. */
export function checkForm({ office, posts, units }: OfficeForm): void {
  const no = (why: string) => new Error(`Không mở được đơn vị · the office can’t be founded: ${why}`);
  if (!OFFICE_NAME.test(office)) throw no(`"${office}" must be lower-case letters, digits and hyphens`);
  const keys = new Set([...posts.map(({ key }) => key), SUPERIOR]);
  const names = new Set(units.map(({ name }) => name));
  for (const { key, kind, unit, above, person } of posts) {
    if (person?.personId !== undefined && !isUUID(person.personId))
      throw no(`post ${key}: personId must be a UUID`);
    if (!POST_KINDS.includes(kind)) throw no(`post ${key}: kind "${kind}"`);
    if (!names.has(unit)) throw no(`post ${key}: there is no unit "${unit}"`);
    if (above !== null && !keys.has(above)) throw no(`post ${key}: there is no post "${above}" above it`);
  }
  for (const { name, kind, head, parent } of units) {
    if (!UNIT_KINDS.includes(kind)) throw no(`unit ${name}: kind "${kind}"`);
    if (!keys.has(head)) throw no(`unit ${name}: there is no post "${head}" to head it`);
    if (parent !== undefined && !names.has(parent)) throw no(`unit ${name}: there is no unit "${parent}"`);
  }
}
