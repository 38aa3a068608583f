import { Hono } from 'hono';
import type { PageEnv, PageParts } from '../../access/index.ts';
import { concernRoutes } from './concern-routes.tsx';
import { myPageRoutes } from './my-page-routes.tsx';
import { myStudentsRoutes } from './my-students-routes.tsx';
import { openIdentityRoutes } from './open-identity-routes.tsx';
import { studentRoutes } from './student-routes.tsx';
import { talkRoutes } from './talk-routes.tsx';

/** The pages around a student: Mina elever, Elev, samtal, oro, and the student's own. */
export function caseloadPages(parts: PageParts): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .route('/', myStudentsRoutes(parts))
    .route('/', studentRoutes(parts))
    .route('/', talkRoutes(parts))
    .route('/', concernRoutes(parts))
    .route('/', openIdentityRoutes(parts))
    .route('/', myPageRoutes(parts));
}
