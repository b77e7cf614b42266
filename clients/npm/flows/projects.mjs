// Projects, which the client knows as a resource of its own.
import assert from 'node:assert/strict';
import { client, unknownId } from './world.mjs';

export const flows = {
  'projects-list': async () => {
    const projects = await client.projects.list();
    assert.equal(projects.filter((project) => project.is_default).length, 1);
    const [first] = projects;
    assert.deepEqual(await client.projects.list({ project_name: first.name }), [first]);
    assert.deepEqual(await client.projects.list({ project_name: unknownId() }), []);
    assert.ok((await client.projects.list({ organization_id: first.organization_id })).length > 0);
    await assert.rejects(client.projects.list({ organization_id: unknownId() }), {
      status: 404,
      error: { detail: 'Organization not found' },
    });
  },

  'projects-get': async () => {
    const [project] = await client.projects.list();
    assert.deepEqual(await client.projects.get(project.id), project);
  },
};
