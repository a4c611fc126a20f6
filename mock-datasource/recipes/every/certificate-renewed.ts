import { after } from '../fields.ts'
import { oneFault, REFUSED } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

export const certificateRenewed = defineRecipe({
  name: 'certificate-renewed',
  says: 'From the next connection on the data source shows another certificate, which nobody has been told of.',
  correct:
    '`certificate_fail` (`authentication_fail` and `service_unavailable` are accepted), and no credentials sent',
  fields: { ...after(0) },
  encrypted: true,
  make: (_source, { after }) => oneFault({ kind: 'other-certificate', after }, REFUSED),
})
