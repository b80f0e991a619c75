import { MESSAGE_CHANNELS, type MessageChannel, type ToldAs } from '#persons';
import type { Template } from './announcements.js';

/**
 * Over which channels a message goes to a citizen, in turn (kênh nhận tin): those they chose. What the law requires goes out
 * where they chose none as well, over whatever reaches them; what may be done without goes to those who want it.
 */
export function channelsFor(
  template: Pick<Template, 'group'> | undefined,
  { channels, messages }: ToldAs,
): readonly MessageChannel[] {
  const group = template?.group;
  if (group === 'required') return channels.length > 0 ? channels : MESSAGE_CHANNELS;
  return group === undefined || messages.includes(group) ? channels : [];
}
