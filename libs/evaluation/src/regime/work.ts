import { points, quotient } from './rounding.js';

/** A product (sản phẩm, công việc) that was assigned, and what became of it; points are the catalogue's, for one of it. */
export interface Product {
  points: number;
  quantity: number;
  /** Planned, and assigned to this person first: what was not adds beside it, in what is done alone. */
  planned: boolean;
  /** Of the quantity. */
  done: number;
  /** Reviews that it failed and delays, without those whose objective cause was confirmed. */
  failedReviews: number;
  delays: number;
  /** More or better than was asked. */
  above: boolean;
}

/** What products came to in converted units: assigned; done; well done and in time, each failing taken off. */
export interface Units {
  assigned: number;
  done: number;
  /** Times a hundred: per cent of each product are taken off. */
  quality: number;
  progress: number;
}

/** Converted units (sản phẩm quy đổi) of some products. `deduction`: per cent taken off for each failing. */
export function unitsOf(products: readonly Product[], deduction: number): Units {
  const units: Units = { assigned: 0, done: 0, quality: 0, progress: 0 };
  for (const { points: each, quantity, planned, done, failedReviews, delays } of products) {
    if (planned) units.assigned += each * quantity;
    units.done += each * done;
    units.quality += each * done * Math.max(0, 100 - deduction * failedReviews);
    units.progress += each * done * Math.max(0, 100 - deduction * delays);
  }
  return units;
}

/** What else a leader answers for (người đứng đầu): d, đ and e of the decree. */
export interface Leading {
  /** Everybody below them completed their work. */
  allCompleted: boolean;
  /** No delay below them was prolonged. */
  noProlongedDelay: boolean;
  noDiscord: boolean;
}

/** The parts of a ratio, each in hundredths of a per cent of what was assigned. */
export interface Ratio {
  done: number;
  quality: number;
  progress: number;
  leading: { allCompleted: number; noProlongedDelay: number; noDiscord: number } | null;
}

const WHOLE = 10_000;
const halved = (holds: boolean): number => (holds ? WHOLE : WHOLE / 2);

/**
 * How far work came (tỷ lệ nhiệm vụ), null where nothing was assigned. `mayPass`: whether unplanned work may bring a part
 * above all that was assigned.
 */
export function ratioOf(
  { assigned, done, quality, progress }: Units,
  leading: Leading | null,
  mayPass: boolean,
): Ratio | null {
  if (assigned === 0) return null;
  const part = (of: number) => (mayPass ? of : Math.min(of, WHOLE));
  return {
    done: part(quotient(done * WHOLE, assigned)),
    quality: part(quotient(quality * 100, assigned)),
    progress: part(quotient(progress * 100, assigned)),
    leading: leading && {
      allCompleted: halved(leading.allCompleted),
      noProlongedDelay: halved(leading.noProlongedDelay),
      noDiscord: halved(leading.noDiscord),
    },
  };
}

/** The points of a ratio, out of `most`: the mean of its parts. Rounded once, from the parts as they are shown. */
export function workPoints({ done, quality, progress, leading }: Ratio, most: number): number {
  const parts = [
    done,
    quality,
    progress,
    ...(leading ? [leading.allCompleted, leading.noProlongedDelay, leading.noDiscord] : []),
  ];
  const sum = parts.reduce((all, one) => all + one, 0);
  return points(quotient(sum * most * 100, parts.length * WHOLE));
}
