import { type BodyLimit, doing, PAGES, SHEET, type Routes } from '#capability';

/** Who may come to which route (bảng phân quyền theo đường dẫn). */
export const organisationRoutes: Routes = {
  'GET /api/v1/organisation': 'signed-in',
  'GET /api/v1/organisation/acts': 'signed-in',
  'GET /api/v1/organisation/posts/:id/tenures': 'signed-in',
  'POST /api/v1/organisation/units': doing('OpenUnit'),
  'POST /api/v1/organisation/units/:id/ending': doing('EndUnit'),
  'POST /api/v1/organisation/units/:id/split': doing('SplitUnit'),
  'POST /api/v1/organisation/posts': doing('OpenPost'),
  'POST /api/v1/organisation/posts/:id/ending': doing('EndPost'),
  'POST /api/v1/organisation/appointments': doing('AppointPerson'),
  'POST /api/v1/organisation/vacancies': doing('VacatePost'),
  'POST /api/v1/organisation/substitutes': doing('NameSubstitute'),
  'POST /api/v1/organisation/substitutes/ending': doing('EndSubstitute'),
  'POST /api/v1/organisation/authorities': doing('NameAuthority'),
  'POST /api/v1/organisation/authorities/ending': doing('EndAuthority'),
  'POST /api/v1/organisation/succession': doing('EndOffice'),
  'POST /api/v1/organisation/take-overs': doing('AgreeToTakeOver'),
  'GET /api/v1/organisation/delegations': 'signed-in',
  'POST /api/v1/organisation/delegations': doing('GiveDelegation'),
  'POST /api/v1/organisation/delegations/:id/revocation': doing('RevokeDelegation'),
  'GET /api/v1/calendar': 'signed-in',
  'GET /api/v1/calendar/acts': 'signed-in',
  'POST /api/v1/calendar/imports': doing('ImportCalendar'),
  'POST /api/v1/calendar/imports/preview': doing('ImportCalendar'),
};

/** What an office above may read where it was let in; never a change. */
export const organisationOverseen = ['GET /api/v1/organisation'];

/** Where more may be said than on an ordinary route. */
export const organisationBodies: Readonly<Record<string, BodyLimit>> = {
  'POST /api/v1/organisation/units/:id/split': { ...PAGES, values: 2_000 },
  'POST /api/v1/organisation/succession': { ...PAGES, values: 2_000 },
  'POST /api/v1/calendar/imports': SHEET,
  'POST /api/v1/calendar/imports/preview': SHEET,
};
