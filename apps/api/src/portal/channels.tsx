import { MESSAGE_CHANNELS, type MessageChannel } from '#persons';
import type { Fields } from './forms.js';

/** Zalo first: of the channels that are asked for, the first that can reach somebody is used. */
const IN_ORDER = [...MESSAGE_CHANNELS].reverse();
const fieldOf = (channel: MessageChannel): string => `tell-${channel}`;

/** The channels that were ticked. */
export const channelsIn = (typed: Fields): MessageChannel[] =>
  IN_ORDER.filter((channel) => typed[fieldOf(channel)] !== undefined);

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
      <label key={channel} className="check">
        <input
          type="checkbox"
          name={fieldOf(channel)}
          value="yes"
          defaultChecked={typed[fieldOf(channel)] !== undefined}
        />
        {names[channel]}
      </label>
    ))}
  </fieldset>
);
