import { hasRole, holds, type Office } from '#organisation';
import { WHO_SEES_ALL } from '../evaluation.routes.js';

/** R34: its head, and whoever leads, keeps the register or oversees. */
export const mayReadUnit = (office: Office, reader: string, unitId: string): boolean =>
  hasRole(office, reader, ...WHO_SEES_ALL) ||
  holds(office, reader, office.units.get(unitId)?.headPostId ?? '');
