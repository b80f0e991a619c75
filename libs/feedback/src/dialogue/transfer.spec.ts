import { office } from '../feedback/feedback.story.js';
import { dialogue, type Dialogue, type DialogueEvent } from './dialogue.js';
import { takeOverDialogue, transferDialogue } from './transfer.js';

const succession = {
  ...{ successor: 'moi', successorName: 'UBND xã Mới', document: 'NQ', heirs: [], day: '2025-03-10' },
};
const planned: Dialogue = {
  ...dialogue.initial,
  ...{ status: 'planned', title: 'Đối thoại quý I', day: '2025-03-20', place: 'Hội trường' },
  questions: [{ questionId: 'q', askerId: 'p', text: null }],
};
const leave = (state: Dialogue, where: typeof office = { ...office, succession }) =>
  transferDialogue(state, {}, { office: where } as Parameters<typeof transferDialogue>[2]);
const fold = (state: Dialogue, events: DialogueEvent[]) =>
  events.reduce((sum, event) => dialogue.evolve(sum, event, new Date(0)), state);

describe('R28: a dialogue that was not held as its office ends', () => {
  it('is held in the successor, with what was asked for it', () => {
    const events = leave(planned);
    expect(events).toEqual([{ type: 'DialogueTransferred', data: { toOffice: 'moi', document: 'NQ' } }]);
    const carried = fold(planned, events);
    expect(carried.status).toBe('transferred');
    const taken = takeOverDialogue(dialogue.initial, { fromOffice: 'cu', document: 'NQ', carried });
    expect(fold(dialogue.initial, taken)).toEqual(planned);
    expect(takeOverDialogue(planned, { fromOffice: 'cu', document: 'NQ', carried })).toEqual([]);
  });
  it('stays where it was held or called off, or its office goes on', () => {
    expect(leave({ ...planned, status: 'held' })).toEqual([]);
    expect(leave({ ...planned, status: 'cancelled' })).toEqual([]);
    expect(leave(planned, office)).toEqual([]);
  });
});
