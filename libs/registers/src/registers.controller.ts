import { ActDone, AggregateStore } from '#event-store';
import {
  Act,
  Answers,
  AnswersFrom,
  AnswersVersioned,
  Me,
  POOL,
  PathId,
  derivedId,
  isoOffset,
  type Envelope,
  type Person,
} from '#kernel';
import { Accounts, Acts, Commands, actsAnswer } from '#organisation';
import { requireReached } from '#projection';
import { Body, Controller, Get, Headers, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { CorrectRegisterEntry, EnterInRegister, WithdrawRegisterEntry } from './entry/entry.acts.js';
import { entry } from './entry/entry.js';
import { unknownEntry } from './entry/entry.refusals.js';
import { kindsAnswer } from './kinds-answer.js';
import type { Listed } from './read/register-projection.js';
import { EntriesBetween, ListEntries, RegisterQueries } from './read/register.queries.js';
import { EntryMade, RegisterEntry, RegisterKinds, RegisterPage, RegisterTotals } from './registers.shapes.js';

/** Registers of counted work (sổ theo dõi): training, publicity, archives, initiatives, guidance and what else is counted. */
@ApiTags('registers')
@Controller('api/v1/registers')
export class RegistersController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(AggregateStore) private readonly aggregates: AggregateStore,
    @Inject(RegisterQueries) private readonly queries: RegisterQueries,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  @Answers(RegisterPage)
  @AnswersFrom('register')
  @Get()
  @ApiOperation({ summary: 'Các mục ghi sổ, mới nhất trước · entries, the latest first' })
  async list(@Me() { office }: Person, @Query() filter: ListEntries) {
    await requireReached(this.pool, office, 'register', filter.position);
    const [{ items, nextCursor }, names] = await Promise.all([
      this.queries.list(office, filter),
      this.accounts.names(office),
    ]);
    return { items: items.map((one) => entryAnswer(one, names)), nextCursor };
  }

  @Answers(RegisterKinds)
  @Get('kinds')
  @ApiOperation({ summary: 'Có những sổ nào, mỗi sổ ghi gì · the registers, and what each asks for' })
  kinds() {
    return kindsAnswer();
  }

  @Answers(RegisterTotals)
  @AnswersFrom('register')
  @Get('totals')
  @ApiOperation({ summary: 'Tổng hợp theo thời gian · what they come to between two days' })
  async totals(@Me() { office }: Person, @Query() { position, ...between }: EntriesBetween) {
    await requireReached(this.pool, office, 'register', position);
    const { from, to, ...narrowed } = { ...this.queries.thisYear(), ...between };
    return { from, to, items: await this.queries.totals(office, { from, to, ...narrowed }) };
  }

  @AnswersVersioned(RegisterEntry)
  @Get(':id')
  @ApiOperation({ summary: 'Một mục ghi sổ · one entry' })
  async one(
    @Me() { office }: Person,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: { header(name: string, value: string): unknown },
  ) {
    const [{ state, version }, names] = await Promise.all([
      this.aggregates.load(entry, office, id),
      this.accounts.names(office),
    ]);
    if (state.status === 'none') throw unknownEntry();
    reply.header('etag', `"${version}"`);
    return entryAnswer({ id, version, state }, names);
  }

  @Answers(Acts)
  @Get(':id/acts')
  @ApiOperation({ summary: 'Được làm gì, nếu không thì vì sao · what may be done here, and if not why' })
  async acts(
    @Act() envelope: Envelope,
    @PathId() subject: string,
    @Headers('accept-language') accept?: string,
  ) {
    return actsAnswer(await this.commands.mayBeDone(entry.kind, { envelope, subject }), accept);
  }

  @Answers(EntryMade)
  @Post()
  @ApiOperation({ summary: 'Ghi sổ · enter in a register' })
  async enter(@Act() act: Envelope, @Body() command: EnterInRegister) {
    const entryId = derivedId(act.commandId, 'register-entry');
    return { ...(await this.commands.send(EnterInRegister, act, entryId, command)), entryId };
  }

  @Answers(ActDone)
  @Post(':id/corrections')
  @ApiOperation({ summary: 'Sửa một mục, có lý do · correct an entry' })
  correct(@Act() act: Envelope, @PathId() id: string, @Body() command: CorrectRegisterEntry) {
    return this.commands.send(CorrectRegisterEntry, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/withdrawal')
  @ApiOperation({ summary: 'Hủy một mục, có lý do · withdraw an entry' })
  withdraw(@Act() act: Envelope, @PathId() id: string, @Body() command: WithdrawRegisterEntry) {
    return this.commands.send(WithdrawRegisterEntry, act, id, command);
  }
}

function entryAnswer({ id, version, state }: Listed, names: ReadonlyMap<string, string>) {
  const { status, by, enteredAt, ...said } = state;
  return {
    id,
    version,
    ...said,
    status: status === 'withdrawn' ? ('withdrawn' as const) : ('entered' as const),
    by: names.get(by) ?? null,
    enteredAt: isoOffset(new Date(enteredAt ?? 0)),
  };
}
