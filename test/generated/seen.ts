const KEPT_OF_A_KIND = 60;
const LONGEST_KEPT = 200;
/** Fields that name the same kind of thing: `toPostId`, `headPostId` and `postId`. */
const KIND =
  /(post|unit|person|file|task|dossier|document|delegation|submission|occurrence|obligation)s?Id$/i;
/** Whose ids a collection in a path names, where that is not its own name. */
const COLLECTIONS: Record<string, string> = {
  tasks: 'taskid',
  dossiers: 'dossierid',
  persons: 'personid',
  reusable: 'personid',
  accounts: 'personid',
  files: 'fileid',
  units: 'unitid',
  posts: 'postid',
  delegations: 'delegationid',
  documents: 'documentid',
  dialogues: 'dialogueid',
  proofs: 'eventid',
  subjects: 'subject',
};

/** The kind of thing that a field or a path's parameter names. */
export function kindOf(name: string, path: string): string {
  if (/^(id|event|subject)$/.test(name)) {
    const collection = /([\w-]+)\/\{/.exec(path.replace(`{${name}}`, '{'))?.[1] ?? lastPart(path);
    return COLLECTIONS[collection] ?? `${collection}.${name}`;
  }
  return (KIND.exec(name)?.[0] ?? name).toLowerCase();
}
const lastPart = (path: string): string => path.split('/').at(-1) ?? '';

/** What was named in answers, by kind: with it what is generated means something to the office. */
export class Seen {
  readonly #values = new Map<string, string[]>();

  /** The nth of its kind; undefined while none was named. */
  nth(kind: string, n: number): string | undefined {
    const values = this.#values.get(kind);
    return values?.[n % values.length];
  }

  /** Remembers what an answer to a request for `path` names. */
  learn(answer: unknown, path: string): void {
    if (Array.isArray(answer)) for (const one of answer) this.learn(one, path);
    else if (typeof answer === 'object' && answer !== null)
      for (const [name, value] of Object.entries(answer))
        if (typeof value === 'string') this.#keep(kindOf(name, path), value);
        else this.learn(value, path);
  }

  #keep(kind: string, value: string): void {
    if (value.length === 0 || value.length > LONGEST_KEPT) return;
    const values = this.#values.get(kind) ?? [];
    this.#values.set(kind, values);
    if (values.includes(value)) return;
    if (values.length < KEPT_OF_A_KIND) values.push(value);
    else values[Math.floor(Math.random() * KEPT_OF_A_KIND)] = value;
  }
}
