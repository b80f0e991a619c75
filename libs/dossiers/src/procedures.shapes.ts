import { DUE_ANSWER } from '#deadline';
import { is } from '#kernel';
import { POST_KINDS } from '#organisation';

export const postKind = is.oneOf(POST_KINDS);
export const Time = is.object({
  value: is.whole(0, 10_000),
  unit: is.oneOf(['same-day', 'working-hours', 'working-days']),
});
export const Step = is.object({ name: is.line, share: is.figure, role: is.maybe(postKind) });

const components = is.list(is.object({ name: is.line, reusable: is.flag }));

/** A version of a procedure (thủ tục hành chính). */
export const ProcedureList = is.all(
  is.named('Procedure', {
    code: is.code,
    version: is.version,
    name: is.line,
    field: is.line,
    time: Time,
    fee: is.dong,
    service: is.oneOf(['full-online', 'partial', 'counter']),
    components,
    steps: is.list(Step),
    pausesFor: is.list(is.line),
    pausedBy: is.maybe(is.list(postKind)),
    exemptions: is.maybe(is.list(is.line)),
    extensionDays: is.maybe(is.count),
    legalBasis: is.prose,
    from: is.day,
    until: is.orNull(is.day),
  }),
);

/** What the desk needs of a procedure that is in force. */
export const ProceduresInForce = is.all(
  is.named('ProcedureInForce', {
    code: is.code,
    name: is.line,
    field: is.line,
    time: Time,
    fee: is.dong,
    components,
  }),
);

/** When a dossier falls due that is received now (ngày hẹn trả). */
export const Appointment = is.named('Appointment', DUE_ANSWER);
