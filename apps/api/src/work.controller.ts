import { WAITING, allWaiting, type Waiting, type WaitingFor } from '#capability';
import { Answers, AnswersFrom, CLOCK, Me, dayOf, isoOffset, type Clock, type Person } from '#kernel';
import { Organisation } from '#organisation';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Work } from './api.shapes.js';

const END_OF_TIME = Number.POSITIVE_INFINITY;
const byDue = (a: Waiting, b: Waiting): number =>
  (a.due?.getTime() ?? END_OF_TIME) - (b.due?.getTime() ?? END_OF_TIME) ||
  (a.title ?? '').localeCompare(b.title ?? '', 'vi');

/** What waits for whoever asks, of every capability (việc của tôi). */
@ApiTags('work')
@Controller('api/v1/work')
export class WorkController {
  constructor(
    @Inject(WAITING) private readonly sources: readonly WaitingFor[],
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Answers(Work)
  @AnswersFrom('task', 'dossier', 'feedback')
  @Get()
  @ApiOperation({ summary: 'Việc đang chờ tôi, gần hạn trước · what waits for me, what is due first' })
  async list(@Me() { office, personId }: Person) {
    const state = await this.organisation.current(office);
    const found = await allWaiting(this.sources, { office, state, personId });
    const now = this.clock.now();
    const today = dayOf(now);
    const items = found.toSorted(byDue).map((one) => ({ ...one, late: one.due !== null && one.due < now }));
    const count = (is: (one: (typeof items)[number]) => boolean) => items.filter(is).length;
    return {
      items: items.map((one) => ({ ...one, due: one.due && isoOffset(one.due) })),
      counts: {
        late: count(({ late }) => late),
        today: count(({ due, late }) => !late && due !== null && dayOf(due) === today),
        decide: count(({ need }) => need === 'decide'),
        take: count(({ need }) => need === 'take'),
      },
    };
  }
}
