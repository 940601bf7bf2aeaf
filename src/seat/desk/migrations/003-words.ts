import type { Migration } from '../../../node/sqlite/migrate.ts';
import { fillWords } from '../ticket-words.ts';

/**
 * What tickets are found by (`searchWords`), and an index of its words that follows it by triggers. The texts are
 * folded before they come here; the tokenizer folds once more, for what somebody else wrote.
 */
export const words: Migration = {
  version: 3,
  name: 'words',
  up: (db) => {
    db.exec(`
      CREATE TABLE ticket_text (
        n INTEGER PRIMARY KEY, ticket TEXT NOT NULL UNIQUE, about TEXT NOT NULL, said TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE VIRTUAL TABLE ticket_words USING fts5 (
        about, said, content = 'ticket_text', content_rowid = 'n', prefix = '2 3',
        tokenize = 'unicode61 remove_diacritics 2'
      );
      CREATE TRIGGER ticket_text_come AFTER INSERT ON ticket_text BEGIN
        INSERT INTO ticket_words (rowid, about, said) VALUES (new.n, new.about, new.said);
      END;
      CREATE TRIGGER ticket_text_gone AFTER DELETE ON ticket_text BEGIN
        INSERT INTO ticket_words (ticket_words, rowid, about, said) VALUES ('delete', old.n, old.about, old.said);
      END;
      CREATE TRIGGER ticket_text_other AFTER UPDATE ON ticket_text BEGIN
        INSERT INTO ticket_words (ticket_words, rowid, about, said) VALUES ('delete', old.n, old.about, old.said);
        INSERT INTO ticket_words (rowid, about, said) VALUES (new.n, new.about, new.said);
      END;
    `);
    fillWords(db);
  },
};
