import type { OfficeEvent } from './office/office.events.js';
import { dayOf, derivedId, type Day } from '#kernel';
import type { Type } from '@nestjs/common';
import * as accounts from './account/account.commands.js';
import {
  AgreeToFactorRemoval,
  AskFactorRemoval,
  agreeToFactorRemoval,
  askFactorRemoval,
  factorRemoval,
  type AskedRemoval,
  type FactorRemovalEvent,
} from './account/factor-removal.js';
import type { ActContext } from './command/act-context.js';
import { guarded, type Decide, type GuardedDecision } from './command/guarded.js';
import { commandsOn, type HandledCommand, type Handling } from './command/handled.js';
import {
  GiveDelegation,
  RevokeDelegation,
  delegationRefused,
  giveDelegation,
  revokeDelegation,
} from './office/delegation.js';
import {
  ImportCalendar,
  SettleCalendar,
  importCalendar,
  ownCalendar,
  settleCalendar,
  type CalendarEvent,
  type OwnCalendar,
} from './office/calendar.js';
import * as offices from './office/office.commands.js';
import { office as officeAggregate, type OfficeHistory } from './office/office.js';
import { EndUnit, OpenUnit, SplitUnit, endUnit, openUnit, splitUnit } from './office/restructuring.js';
import { standing, type Office } from './office/standing.js';
import * as succession from './office/succession.js';
import { MissCalendar, RecordLastCheckpoint, missCalendar, recordLastCheckpoint } from './office/told.js';
import { official, right, worker } from './rights/right.js';
import type { Right } from './rights/rights.js';

/** What a decision on the organisation looks at besides it. */
export interface OrganisationContext extends ActContext {
  today: Day;
}

const onHistory = commandsOn<OfficeHistory, OfficeEvent, OrganisationContext>({
  aggregate: officeAggregate,
  contextOf: (act) => {
    if (act.actor !== act.hand) throw delegationRefused({ why: 'tổ chức bộ máy · the organisation itself' });
    return { ...act, today: dayOf(act.now) };
  },
});

type OfficeDecision<F> = Decide<Office, F, OrganisationContext, OfficeEvent> &
  Partial<Pick<GuardedDecision<Office, F, OrganisationContext, OfficeEvent>, 'guard'>>;

/** A decision on the office as it stands on the day of the act, and its guard the same. */
function onTheDay<F>(decide: OfficeDecision<F>) {
  const { guard } = decide;
  const decided = (history: OfficeHistory, fields: F, act: OrganisationContext) =>
    decide(standing(history, act.today), fields, act);
  return guard
    ? Object.assign(decided, {
        guard: (history: OfficeHistory, act: OrganisationContext) => guard(standing(history, act.today), act),
      })
    : decided;
}

/** A decision that nothing but its right stands before, whatever its fields. */
const byRight = <F>(decide: Decide<Office, F, OrganisationContext, OfficeEvent>) =>
  guarded((state: Office, _: OrganisationContext) => state, decide);

/** A guarded decision that looks at more than the act tells by itself. */
const looking = <F, C>(
  decide: GuardedDecision<Office, F, C, OfficeEvent>,
  contextOf: (act: OrganisationContext) => C,
) =>
  Object.assign(
    (state: Office, fields: F, act: OrganisationContext) => decide(state, fields, contextOf(act)),
    { guard: (state: Office, act: OrganisationContext) => decide.guard(state, contextOf(act)) },
  );

/** An act on the office as it stands on the day of the act. */
const onOffice = <F extends object>(
  command: Type<F>,
  by: Right,
  decide: OfficeDecision<F>,
  more: Pick<
    Handling<F, OfficeHistory, OfficeEvent, OrganisationContext, unknown, unknown, never>,
    'digestOf'
  > = {},
): HandledCommand => onHistory(command, by, onTheDay(decide), more);

/** What an act on the organisation brings into being. */
export const madeBy = (commandId: string, what: 'unit' | 'post' | 'delegation'): string =>
  derivedId(commandId, what);

const onSecondFactor = commandsOn<AskedRemoval | null, FactorRemovalEvent, ActContext>({
  aggregate: factorRemoval,
  contextOf: (act) => act,
});

const onCalendar = commandsOn<OwnCalendar, CalendarEvent, ActContext>({
  aggregate: ownCalendar,
  contextOf: (act) => act,
});

const steering = right('office', 'chairman', 'admin');
const admin = right('office', 'admin');

/** The acts on units, posts and people (tổ chức bộ máy), and on accounts: who may, and what decides. */
export const organisationCommands = [
  onOffice(offices.OpenOffice, worker, offices.openOffice, {
    digestOf: () => ({ name: 'OpenOffice', command: { name: 'OpenOffice' } }), // its form may be given anew
  }),
  onOffice(
    OpenUnit,
    steering,
    byRight((state, fields, { commandId }) =>
      openUnit(state, fields, { unitId: madeBy(commandId, 'unit'), postId: madeBy(commandId, 'post') }),
    ),
  ),
  onOffice(EndUnit, steering, endUnit), // R28
  onOffice(
    SplitUnit,
    steering,
    looking(splitUnit, ({ part, commandId }) => ({ part, partId: madeBy(commandId, 'unit') })), // R28
  ),
  onOffice(
    offices.OpenPost,
    steering,
    byRight((state, fields, { commandId }) => offices.openPost(state, fields, madeBy(commandId, 'post'))),
  ),
  onOffice(offices.EndPost, steering, offices.endPost), // R28
  onOffice(
    offices.AppointPerson,
    steering,
    byRight((state, fields, { today }) => offices.appointPerson(state, fields, today)),
  ),
  onOffice(offices.VacatePost, steering, byRight(offices.vacatePost)),
  onOffice(
    offices.NameSubstitute,
    steering,
    byRight((state, fields, { today }) => offices.nameSubstitute(state, fields, today)),
  ),
  onOffice(offices.EndSubstitute, steering, byRight(offices.endSubstitute)),
  onOffice(
    succession.NameAuthority,
    steering,
    byRight((state, fields, { officeId }) => succession.nameAuthority(state, fields, officeId)),
  ),
  onOffice(succession.EndAuthority, steering, byRight(succession.endAuthority)),
  onOffice(succession.AgreeToTakeOver, right('office', 'chairman'), (state, fields, { officeId }) =>
    succession.agreeToTakeOver(state, fields, officeId),
  ), // R28
  onOffice(
    succession.EndOffice,
    steering,
    (state, fields, { officeId }) => succession.endOffice(state, fields, officeId),
    {
      digestOf: ({ into: _into, ...command }) => ({ name: 'EndOffice', command }),
    },
  ), // R28
  onOffice(
    GiveDelegation,
    official('own'),
    looking(giveDelegation, (act) => ({ ...act, delegationId: madeBy(act.commandId, 'delegation') })), // R27
  ),
  onOffice(RevokeDelegation, official('own'), revokeDelegation), // R27
  onOffice(succession.ReceiveOffice, worker, succession.receiveOffice), // R28
  onOffice(RecordLastCheckpoint, worker, recordLastCheckpoint), // R28
  onOffice(MissCalendar, worker, missCalendar), // R11

  onOffice(accounts.OpenAccount, admin, byRight(accounts.openAccount)),
  onOffice(accounts.EndAccount, admin, byRight(accounts.endAccount)),
  onOffice(accounts.LinkIdentity, admin, byRight(accounts.linkIdentity)),
  onOffice(accounts.IssueApiToken, admin, byRight(accounts.issueApiToken)),
  onOffice(accounts.RevokeApiToken, admin, byRight(accounts.revokeApiToken)),

  onCalendar(ImportCalendar, admin, importCalendar), // R11
  onCalendar(SettleCalendar, worker, settleCalendar), // R11

  onSecondFactor(AskFactorRemoval, right('office', 'chairman', 'vice-chairman', 'admin'), askFactorRemoval),
  onSecondFactor(AgreeToFactorRemoval, right('office', 'chairman', 'vice-chairman'), agreeToFactorRemoval),
];
