/**
 * What no system does by a token, whatever its scopes: to approve, to accept, to sign, to delegate, to erase, to change who
 * is who. These are decisions of people (R1, R3, R27).
 */
export const RESERVED_TO_PEOPLE: ReadonlySet<string> = new Set([
  'ApprovePlan',
  'ReturnPlan',
  'ClosePlan',
  'AcceptDeliverable',
  'DecideExtension',
  'SignResult',
  'GiveDelegation',
  'RevokeDelegation',
  'ErasePerson',
  'OpenAccount',
  'EndAccount',
  'LinkIdentity',
  'AskFactorRemoval',
  'AgreeToFactorRemoval',
  'IssueApiToken',
  'RevokeApiToken',
  'AppointPerson',
  'VacatePost',
  'NameSubstitute',
  'EndSubstitute',
  'EndOffice',
  'AgreeToTakeOver',
]);
