import type { NamesOf } from '#capability';
import type { AggregateStore } from '#event-store';
import { formatDay, type Bilingual } from '#kernel';
import type { Organisation } from '#organisation';
import { productCatalogue } from './catalogue/catalogue.js';
import { officialEvaluation } from './official/official.js';
import { scoringRound } from './round/round.js';
import { scoringSheet } from './sheet/sheet.js';
import { evaluationYear } from './year/year.js';

const named =
  (nameOf: (office: string, id: string) => Promise<Bilingual | undefined>): NamesOf =>
  async (office, ids) => {
    const names = await Promise.all(ids.map(async (id) => [id, await nameOf(office, id)] as const));
    return new Map(names.flatMap(([id, name]) => (name ? [[id, name]] : [])));
  };

/** Officials' years by post and year. */
export const namesOfEvaluations = (aggregates: AggregateStore, organisation: Organisation): NamesOf =>
  named(async (office, id) => {
    const { status, year, postId, of } = (await aggregates.load(officialEvaluation, office, id)).state;
    if (status === 'none') return undefined;
    const post = (await organisation.current(office)).posts.get(postId)?.title ?? of?.name ?? '';
    return { vi: `đánh giá năm ${year}: ${post}`, en: `evaluation of ${year}: ${post}` };
  });

export const namesOfYears = (aggregates: AggregateStore): NamesOf =>
  named(async (office, id) => {
    const { settings, of } = (await aggregates.load(evaluationYear, office, id)).state;
    if (!settings) return undefined;
    const { year } = settings;
    const [vi, en] = of ? [` của ${of.name}`, ` in ${of.name}`] : ['', ''];
    return {
      vi: `xếp loại công chức năm ${year}${vi}`,
      en: `the classification of officials of ${year}${en}`,
    };
  });

export const namesOfCatalogues = (aggregates: AggregateStore): NamesOf =>
  named(async (office, id) => {
    const { year } = (await aggregates.load(productCatalogue, office, id)).state;
    return { vi: `danh mục sản phẩm năm ${year}`, en: `the catalogue of products of ${year}` };
  });

export const namesOfSheets = (aggregates: AggregateStore): NamesOf =>
  named(async (office, id) => {
    const { content } = (await aggregates.load(scoringSheet, office, id)).state;
    return content
      ? { vi: `bảng tiêu chí “${content.name}”`, en: `scoring sheet “${content.name}”` }
      : undefined;
  });

export const namesOfRounds = (aggregates: AggregateStore): NamesOf =>
  named(async (office, id) => {
    const { sheet, from } = (await aggregates.load(scoringRound, office, id)).state;
    if (!sheet) return undefined;
    const day = formatDay(from);
    return { vi: `kỳ chấm “${sheet.name}” từ ${day}`, en: `round of “${sheet.name}” from ${day}` };
  });
