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

  it('that the law requires goes out whatever they chose: over their channels, or over any where they chose none', () => {
    expect(channelsFor({ group: 'required' }, { channels: ['sms'], messages: [] })).toEqual(['sms']);
    expect(channelsFor({ group: 'required' }, { channels: [], messages: [] })).toEqual([
      'email',
      'sms',
      'zalo',
    ]);
  });
});
