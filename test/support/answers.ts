// What the API answers, as far as the tests look at it.

export interface TaskItem {
  title: string;
  id: string;
  number: string;
  state: string;
  version: number;
  percent: number;
  late: boolean;
  silent: boolean;
  lead: { name: string; personId: string };
  deliverables: { deliverableId: string }[];
  submissions: { submissionId: string; status: string }[];
  obligations: {
    id: string;
    kind: string;
    occurrences: { id: string; due: string; standing: string; status: string }[];
  }[];
}
export interface ReportItem {
  id: string;
  definition: string;
  status: string;
  due: string;
  late: boolean;
  of: { office: string } | null;
  plan: { tasks: number }[] | null;
  controlTotal: Record<string, number>;
}
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
export interface Entry {
  position: number;
  type: string;
  actor: string;
  rule: string | null;
  causationId: string | null;
  correlationId: string;
  eventId: string;
  sentence: string;
  recordedAt: string;
}
export interface Problem {
  code: string;
  status: number;
  rule?: string;
  title: string;
}
export interface Written {
  version: number;
  position: number;
}
