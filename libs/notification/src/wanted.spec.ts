import { channelsFor } from './wanted.js';

const all = ['progress', 'result', 'fee'] as const;

describe('a message to a citizen', () => {
  it('that may be done without goes to those who want it, over the channels that they chose', () => {
    const told = { channels: ['zalo', 'sms'] as const, messages: all };
    expect(channelsFor({ group: 'result' }, told)).toEqual(['zalo', 'sms']);
    expect(channelsFor({ group: 'result' }, { ...told, messages: ['fee'] })).toEqual([]);
    expect(channelsFor({}, { ...told, messages: [] })).toEqual(['zalo', 'sms']);
    expect(channelsFor({ group: 'result' }, { channels: [], messages: all })).toEqual([]);
  });

  it('that the law requires goes over their channels whatever they left out, and over none that they did not choose', () => {
    expect(channelsFor({ group: 'required' }, { channels: ['sms'], messages: [] })).toEqual(['sms']);
    expect(channelsFor({ group: 'required' }, { channels: [], messages: [] })).toEqual([]);
  });
});
