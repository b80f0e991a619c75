import type { Aggregate } from '#event-store';
import { rememberedId } from '#kernel';

/** A product of the year's catalogue (danh mục sản phẩm, công việc): five points are one standard unit. */
export interface CatalogueProduct {
  code: string;
  name: string;
  /** The group of complexity, 1 to 5. */
  group: number;
  points: number;
}

/** The points of one standard unit (đơn vị sản phẩm chuẩn). */
export const STANDARD_POINTS = 5;
export const COMPLEXITY_GROUPS = 5;

export interface CatalogueEvent {
  type: 'ProductCatalogueIssued';
  data: {
    year: number;
    documentNumber: string;
    documentDate: string;
    count: number;
    products: CatalogueProduct[];
  };
}

/** A year's catalogue of products; each issue replaces the one before, what was assigned keeps its points. */
export interface Catalogue {
  year: number;
  issued: { documentNumber: string; documentDate: string } | null;
  products: readonly CatalogueProduct[];
}

export const productCatalogue: Aggregate<Catalogue, CatalogueEvent> = {
  kind: 'product-catalogue',
  initial: { year: 0, issued: null, products: [] },
  evolve: (_state, { data: { year, documentNumber, documentDate, products } }) => ({
    year,
    issued: { documentNumber, documentDate },
    products,
  }),
};

/** The stream of a year's catalogue. */
export const catalogueSubject = (office: string, year: number): string =>
  rememberedId(office, 'product-catalogue', year);
