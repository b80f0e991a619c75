import { OFFICIALS, commandsOn, official, right, worker, type ActContext } from '#organisation';
import { KeepFile, keepFile } from './files/kept-file.js';
import * as acts from './person.acts.js';
import { breachReport, TellBreach, tellBreach, type BreachTold } from './readings/breach.js';
import { person, type PersonEvent, type RegisteredPerson } from './person.js';

const onPerson = commandsOn<RegisteredPerson, PersonEvent, ActContext>({
  aggregate: person,
  contextOf: (act) => act,
  // As persons' acts were always known, so that one that was recorded before is known again.
  digestOf: (act, command) => ({ act, command }),
});

const onBreach = commandsOn<null, BreachTold, ActContext>({
  aggregate: breachReport,
  contextOf: (act) => act,
});

const own = right('own', ...OFFICIALS, 'applicant');

/** The acts on people whose data the office holds: who may, and what decides. */
export const personsCommands = [
  onPerson(acts.RegisterPerson, own, acts.registerPerson, { begins: () => true }), // R34
  onPerson(acts.ArrivePerson, worker, acts.arrivePerson), // R28
  onPerson(acts.TakeOverPerson, worker, acts.takeOverPerson), // R28
  onPerson(acts.CorrectPerson, own, acts.correctPerson), // R34
  onPerson(acts.SharePerson, official('own'), acts.sharePerson), // R34
  onPerson(acts.AddDuty, worker, acts.addDuty), // R34
  onPerson(acts.EndDuty, worker, acts.endDuty), // R34
  onPerson(acts.MoveDuty, worker, acts.moveDuty), // R34
  onPerson(acts.ChooseChannels, own, acts.chooseChannels),
  onPerson(KeepFile, official('own'), keepFile), // R34
  onPerson(acts.RetainPerson, official('own'), acts.retainPerson),
  onPerson(acts.ErasePerson, right('office', 'office-of-record', 'admin'), acts.erasePerson),
  onPerson(acts.EraseAgain, worker, acts.eraseAgain),
  onBreach(TellBreach, right('office', 'inspector', 'admin'), tellBreach),
];
