/** Appends an act's events, and keeps, hands over or destroys in the vault what the act says: both or neither. */
export const KEEPING = {
  name: 'append_keeping',
  text: 'select command, at_position from vault.append_keeping($1::json, $2, $3::json)',
};
