import {
  MESSAGE_CHANNELS,
  MESSAGE_GROUPS,
  type MessageChannel,
  type MessageGroup,
  type ToldAs,
} from '#persons';
import type { Fields } from './forms.js';

/** Zalo first: of the channels that are asked for, the first that can reach somebody is used. */
const IN_ORDER = [...MESSAGE_CHANNELS].reverse();
const fieldOf = (channel: MessageChannel): string => `tell-${channel}`;

/** The channels that were ticked. */
export const channelsIn = (typed: Fields): MessageChannel[] =>
  IN_ORDER.filter((channel) => typed[fieldOf(channel)] !== undefined);

const groupField = (group: MessageGroup): string => `about-${group}`;

/** The messages that were ticked, of those that may be done without. */
export const messagesIn = (typed: Fields): MessageGroup[] =>
  MESSAGE_GROUPS.filter((group) => typed[groupField(group)] !== undefined);

/** What was chosen before, as a form says it. */
export const fieldsOfTold = ({ channels, messages }: ToldAs): Fields =>
  Object.fromEntries([...channels.map(fieldOf), ...messages.map(groupField)].map((name) => [name, 'yes']));

/** What else a form says. */
export const besidesChannels = (typed: Fields): Fields =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith('tell-')));

/** How somebody wants to be told, to be ticked. */
export const Channels = ({
  legend,
  names,
  typed,
}: {
  legend: string;
  names: Readonly<Record<MessageChannel, string>>;
  typed: Fields;
}) => (
  <fieldset>
    <legend>{legend}</legend>
    {IN_ORDER.map((channel) => (
      <Check key={channel} name={fieldOf(channel)} typed={typed} label={names[channel]} />
    ))}
  </fieldset>
);

/** Of what somebody wants to be told, to be ticked; what the law requires stands there ticked and stays so. */
export const Messages = ({
  legend,
  required,
  names,
  typed,
}: {
  legend: string;
  required: string;
  names: Readonly<Record<MessageGroup, string>>;
  typed: Fields;
}) => (
  <fieldset>
    <legend>{legend}</legend>
    <label className="check">
      <input type="checkbox" defaultChecked disabled />
      {required}
    </label>
    {MESSAGE_GROUPS.map((group) => (
      <Check key={group} name={groupField(group)} typed={typed} label={names[group]} />
    ))}
  </fieldset>
);

const Check = ({ name, typed, label }: { name: string; typed: Fields; label: string }) => (
  <label className="check">
    <input type="checkbox" name={name} value="yes" defaultChecked={typed[name] !== undefined} />
    {label}
  </label>
);
