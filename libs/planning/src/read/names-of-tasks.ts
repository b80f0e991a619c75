import type { NamesOf } from '#capability';
import { In, type DataSource } from 'typeorm';
import { taskRow } from './task-row.js';

/** Tasks by number and title. */
export const namesOfTasks =
  (source: DataSource): NamesOf =>
  async (office, ids) => {
    const rows = await source.getRepository(taskRow).findBy({ office, taskId: In([...ids]) });
    return new Map(
      rows.map(({ taskId, view: { number, title } }) => {
        const named = `${number} "${title}"`;
        return [taskId, { vi: `nhiệm vụ ${named}`, en: `task ${named}` }];
      }),
    );
  };
