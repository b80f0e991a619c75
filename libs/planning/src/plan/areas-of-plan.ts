import type { AreasOfPlan } from '#feedback';
import type { Planning } from '../planning.service.js';
import { planSubject } from './plan.js';

/** The codes of the areas of the approved plan of a year; null where there is none. */
export const areasOfPlan =
  (planning: Planning): AreasOfPlan =>
  async (office, year) => {
    const { state } = await planning.loadPlan(office, planSubject(office, year));
    return state.status === 'approved' ? (state.header?.areas ?? []).map(({ code }) => code) : null;
  };
