import { ListOf, MOST_PARTS, Text, Whole, refusal } from '#kernel';
import type { ActContext } from '#organisation/office';
import { OfDocument } from '../of-document.js';
import {
  COMPLEXITY_GROUPS,
  type Catalogue,
  type CatalogueEvent,
  type CatalogueProduct,
} from './catalogue.js';

export const catalogueInvalid = refusal(
  'catalogue_invalid',
  422,
  { vi: 'Danh mục sản phẩm chưa đúng', en: 'The catalogue of products is not right' },
  { vi: 'Sửa lại: {why}.', en: 'Correct it: {why}.' },
);

/** More than the 370 rows that a commune has. */
export const MOST_PRODUCTS = 3 * MOST_PARTS;

export class NewCatalogueProduct {
  @Text({ description: 'Mã · code', max: 20 })
  code!: string;

  @Text({ description: 'Tên sản phẩm, công việc · name', min: 3, max: 300 })
  name!: string;

  @Whole({ description: 'Nhóm độ phức tạp · group of complexity', min: 1, max: COMPLEXITY_GROUPS })
  group!: number;

  @Whole({
    description: 'Điểm quy đổi, 5 điểm là một sản phẩm chuẩn · points, 5 are one unit',
    min: 1,
    max: 10_000,
  })
  points!: number;
}

/** Issues a year's catalogue (ban hành danh mục sản phẩm), by its document. */
export class IssueProductCatalogue extends OfDocument {
  @ListOf({ description: 'Sản phẩm · products', max: MOST_PRODUCTS, of: () => NewCatalogueProduct })
  products!: NewCatalogueProduct[];
}

export function issueProductCatalogue(
  _state: Catalogue,
  { documentNumber, documentDate, products }: IssueProductCatalogue,
  { part }: Pick<ActContext, 'part'>,
): CatalogueEvent[] {
  if (products.length === 0) throw catalogueInvalid({ why: 'chưa có sản phẩm nào · it holds no product' });
  const codes = new Set<string>();
  for (const { code } of products) {
    if (codes.has(code)) throw catalogueInvalid({ why: `mã ${code} ghi hai lần · ${code} is there twice` });
    codes.add(code);
  }
  const rows = products.map(({ code, name, group, points }): CatalogueProduct => ({
    code,
    name,
    group,
    points,
  }));
  const data = { year: Number(part), documentNumber, documentDate, count: rows.length, products: rows };
  return [{ type: 'ProductCatalogueIssued', data }];
}
