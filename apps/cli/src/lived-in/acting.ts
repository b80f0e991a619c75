import { at, derivedId, type Day } from '#kernel';
import { postsOf } from '#organisation';
import type { Type } from '@nestjs/common';
import { DEMO_OFFICE, type People, type Runtime } from '../../../runtime/src/index.js';
import type { ScriptedAct } from '../simulation/acts.js';

/** An act of the script: when, by whom, on what; `name` tells it from others of its command, `part` is what it is about. */
export interface Scripted<C> {
  when: [day: Day, hour: string];
  by: string;
  command: Type<C>;
  subject: string;
  fields: C;
  name: string;
  part?: string;
}

/** The id of an act of the script: the same at each recording. */
export const scriptedId = (command: string, name: string): string =>
  derivedId(DEMO_OFFICE, 'lived-in', command, name);

/** Makes acts of a script out of what its people do. */
export const scripting =
  (runtime: Runtime, people: People) =>
  <C extends object>({
    when: [day, hour],
    by,
    command,
    subject,
    fields,
    name,
    part,
  }: Scripted<C>): ScriptedAct => ({
    at: at(day, hour),
    run: async () => {
      const commandId = scriptedId(command.name, name);
      const envelope = { office: DEMO_OFFICE, actor: people(by), commandId };
      await runtime.commands.send(command, envelope, subject, fields, part);
    },
  });

/** Where somebody of the demonstration office sits. */
export async function placesIn(runtime: Runtime, people: People) {
  const state = await runtime.organisation.current(DEMO_OFFICE);
  return (username: string) => {
    const [post] = postsOf(state, people(username));
    if (!post) throw new Error(`${username} holds no post`);
    return post;
  };
}
