import { OFFICIALS, commandsOn, official, right, worker, type ActContext } from '#organisation';
import { KeepFile, keepFile } from './kept-file.js';
import * as acts from './person.acts.js';
import { person, type PersonEvent, type RegisteredPerson } from './person.js';

const onPerson = commandsOn<RegisteredPerson, PersonEvent, ActContext>({
  aggregate: person,
  contextOf: (act) => act,
});

/** By the former runner's digest: an act that it recorded is known again. */
const knownAs = (act: string) => ({ digestOf: (command: object) => ({ act, command }) });

const own = right('own', ...OFFICIALS, 'applicant');

/** The acts on people whose data the office holds: who may, and what decides. */
export const personsCommands = [
  onPerson(acts.RegisterPerson, own, acts.registerPerson, {
    ...knownAs('RegisterPerson'),
    begins: () => true,
  }), // R34
  onPerson(acts.ArrivePerson, worker, acts.arrivePerson, knownAs('ArrivePerson')), // R28
  onPerson(acts.CorrectPerson, own, acts.correctPerson, knownAs('CorrectPerson')), // R34
  onPerson(
    acts.SharePerson, // R34
    right('own', ...OFFICIALS, 'worker'),
    acts.sharePerson,
    knownAs('SharePerson'),
  ),
  onPerson(acts.ChooseChannels, own, acts.chooseChannels, knownAs('ChooseChannels')),
  onPerson(KeepFile, official('own'), keepFile, knownAs('KeepFile')), // R34
  onPerson(acts.RetainPerson, official('own'), acts.retainPerson, knownAs('RetainPerson')),
  onPerson(
    acts.ErasePerson,
    right('office', 'office-of-record', 'admin'),
    acts.erasePerson,
    knownAs('ErasePerson'),
  ),
  onPerson(acts.EraseAgain, worker, acts.eraseAgain, knownAs('EraseAgain')),
];
