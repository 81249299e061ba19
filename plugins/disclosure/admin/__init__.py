"""The editor in the browser for people who do not use git: `/admin/`, off unless asked for.

It is Decap CMS, set up from the models and registers that the checks use. Its JavaScript comes from
npm's packages, pinned and verified, and stands beside the site; nothing is loaded from elsewhere.
"""
