// What the browser helps with. Every page works without it: forms are sent, links followed, folds opened.
import './draft-keeper.ts';
import { guardDoubleSubmits } from './double-submit.ts';
import { focusErrors } from './focus-errors.ts';
import { loadPartialUpdates } from './partial-updates.ts';

guardDoubleSubmits(document);
focusErrors(document);
loadPartialUpdates(document);
