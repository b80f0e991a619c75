/** How something is done on a screen (cách làm). */
interface Way {
  title: string;
  steps: readonly string[];
}

/** What the manual says of a screen (trang hướng dẫn), in Vietnamese, the language of those who work with it. */
export interface Chapter {
  id: string;
  title: string;
  what: string;
  ways: readonly Way[];
}
