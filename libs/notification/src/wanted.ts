import type { MessageChannel, ToldAs } from '#persons';
import type { Template } from './announcements.js';

/**
 * Over which channels a message goes to a citizen, in turn (kênh nhận tin): those they chose, and no other; whoever chose
 * none has it on paper and on the dossier's page. What the law requires goes over them whatever else was left out; what may
 * be done without goes to those who want it.
 */
export function channelsFor(
  template: Pick<Template, 'group'> | undefined,
  { channels, messages }: ToldAs,
): readonly MessageChannel[] {
  const group = template?.group;
  return group === undefined || group === 'required' || messages.includes(group) ? channels : [];
}
