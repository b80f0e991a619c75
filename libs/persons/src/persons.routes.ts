import { type BodyLimit, doing, type Routes } from '#capability';
import { OFFICIALS } from '#organisation';

/** Who may come to which route (bảng phân quyền theo đường dẫn). */
export const personsRoutes: Routes = {
  'POST /api/v1/persons': doing('RegisterPerson'),
  'POST /api/v1/persons/search': OFFICIALS,
  'GET /api/v1/persons/readings/unusual': ['inspector', 'oversight'],
  'POST /api/v1/persons/readings/breaches': doing('TellBreach'),
  'GET /api/v1/persons/:id': OFFICIALS,
  'GET /api/v1/persons/:id/export': OFFICIALS,
  'POST /api/v1/persons/:id/corrections': doing('CorrectPerson'),
  'POST /api/v1/persons/:id/channels': doing('ChooseChannels'),
  'POST /api/v1/persons/:id/sharing': doing('SharePerson'),
  'POST /api/v1/persons/:id/retention': doing('RetainPerson'),
  'POST /api/v1/persons/:id/erasure': doing('ErasePerson'),
  'POST /api/v1/files': doing('UploadFile'),
  'GET /api/v1/files/:id': OFFICIALS,
};

/** Where more may be said than on an ordinary route. */
export const personsBodies: Readonly<Record<string, BodyLimit>> = {
  'POST /api/v1/files': { bytes: 10_485_760, values: 0 },
};

/** What costs more than an ordinary request, in ordinary ones. */
export const personsCosts: Readonly<Record<string, number>> = {
  'GET /api/v1/persons/:id/export': 20,
  'GET /api/v1/persons/readings/unusual': 10,
  'POST /api/v1/persons/readings/breaches': 60,
  'GET /api/v1/files/:id': 3,
};
