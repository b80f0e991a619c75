import { Id } from '#kernel';
import { holds } from '#organisation/office';
import { yearNotOpen } from '../year/year.refusals.js';
import { leads } from './leading.js';
import type { OfficialEvent } from './official.events.js';
import type { OfficialContext } from './official.guards.js';
import type { OfficialEvaluation } from './official.js';
import { unknownOfficial } from './official.refusals.js';

/** Opens an official's year (lập hồ sơ theo dõi, đánh giá): in which post they are evaluated. */
export class OpenEvaluation {
  @Id({ description: 'Người được đánh giá · who is evaluated' })
  personId!: string;

  @Id({ description: 'Vị trí · the post' })
  postId!: string;
}

export function openEvaluation(
  state: OfficialEvaluation,
  { personId, postId }: OpenEvaluation,
  { office, part, year }: OfficialContext,
): OfficialEvent[] {
  if (state.status !== 'none') return [];
  if (!year?.settings) throw yearNotOpen({ year: part });
  const post = office.posts.get(postId);
  if (!post || post.external || !holds(office, personId, postId)) throw unknownOfficial();
  const { year: of, regime, cadence, mayPass } = year.settings;
  const leader = leads(office, postId);
  const { unitId } = post;
  return [
    {
      type: 'EvaluationOpened',
      data: { year: of, regime, cadence, mayPass, personId, postId, unitId, leader },
    },
  ];
}
