import type { Capability } from '#capability';
import { organisationCommands } from './organisation.commands.js';
import { OrganisationController } from './organisation.controller.js';
import { organisationSentences } from './organisation.sentences.js';
import { organisationBodies, organisationRoutes, organisationOverseen } from './organisation.routes.js';

/** Tổ chức bộ máy · units, posts, people, delegations. */
export const organisationCapability: Capability = {
  name: 'organisation',
  commands: organisationCommands,
  routes: organisationRoutes,
  bodies: organisationBodies,
  overseen: organisationOverseen,
  controllers: [OrganisationController],
  sentences: organisationSentences,
  workers: {
    organisation: { vi: 'tổ chức bộ máy', en: 'organisation' },
    founding: { vi: 'khởi tạo đơn vị', en: 'founding' },
  },
};
